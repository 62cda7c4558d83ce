package org.pcitopo.eclipse.editor;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.jface.text.templates.ContextTypeRegistry;
import org.eclipse.jface.text.templates.GlobalTemplateVariables;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.jface.text.templates.TemplateContext;
import org.eclipse.jface.text.templates.TemplateContextType;
import org.eclipse.jface.text.templates.TemplateVariable;
import org.eclipse.jface.text.templates.TemplateVariableResolver;
import org.eclipse.jface.text.templates.persistence.TemplatePersistenceData;
import org.eclipse.jface.text.templates.persistence.TemplateStore;
import org.osgi.framework.FrameworkUtil;
import org.pcitopo.eclipse.server.Settings;
import org.pcitopo.eclipse.workbench.Ids;
import org.pcitopo.eclipse.workbench.Services;

/** The templates: the snippets that other editors have too, which a person may change here. */
public final class Templates {

    /** Where templates stand in a text: anywhere. */
    public static final String CONTEXT = Ids.PLUGIN + ".template";

    private static final String KEY = "templates";
    private static final ContextTypeRegistry CONTEXTS = contexts();

    private Templates() {
    }

    /** The one sort of place. */
    public static ContextTypeRegistry contexts() {
        ContextTypeRegistry registry = new ContextTypeRegistry();
        TemplateContextType type = new TemplateContextType(CONTEXT, "PCI topology");
        type.addResolver(new GlobalTemplateVariables.Cursor());
        type.addResolver(new GlobalTemplateVariables.Date());
        type.addResolver(new Values());
        registry.addContextType(type);
        return registry;
    }

    static TemplateContextType context() {
        return CONTEXTS.getContextType(CONTEXT);
    }

    /** The templates, as delivered and as the person has changed them. */
    public static TemplateStore store() throws IOException {
        TemplateStore store = new TemplateStore(CONTEXTS, Services.of(Settings.class).store(), KEY) {
            @Override
            protected void loadContributedTemplates() throws IOException {
                for (Map.Entry<String, JsonElement> entry : delivered().entrySet()) {
                    internalAdd(template(entry.getKey(), entry.getValue().getAsJsonObject()));
                }
            }
        };
        store.load();
        return store;
    }

    private static TemplatePersistenceData template(String name, JsonObject snippet) {
        JsonElement prefix = snippet.get("prefix");
        String word = prefix instanceof JsonArray several ? several.get(0).getAsString() : prefix.getAsString();
        JsonElement body = snippet.get("body");
        List<String> lines = body instanceof JsonArray several ? StreamSupport.stream(several.spliterator(), false).map(JsonElement::getAsString).toList()
                : List.of(body.getAsString());
        Template template = new Template(word, snippet.get("description").getAsString(), CONTEXT, Snippet.pattern(lines.stream().collect(Collectors.joining("\n"))), false);
        return new TemplatePersistenceData(template, true, CONTEXT + "." + name.replace(' ', '-'));
    }

    private static JsonObject delivered() throws IOException {
        try (Reader json = new InputStreamReader(FileLocator.openStream(FrameworkUtil.getBundle(Templates.class), new Path("snippets/pcitopo.json"), false),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(json).getAsJsonObject();
        }
    }

    /** A place to fill in with what is proposed for it. */
    private static final class Values extends TemplateVariableResolver {

        Values() {
            super("values", "what to fill in");
        }

        @Override
        public void resolve(TemplateVariable variable, TemplateContext context) {
            List<String> values = variable.getVariableType().getParams();
            if (values.size() == 1) {
                variable.setValue(values.get(0));
            } else {
                variable.setValues(values.toArray(String[]::new));
            }
            variable.setUnambiguous(values.size() == 1);
            variable.setResolved(true);
        }
    }
}
