package org.pcitopo.eclipse.preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.server.Settings;
import org.pcitopo.eclipse.workbench.Log;
import org.pcitopo.eclipse.workbench.Services;

/** How bad each problem is. */
public final class SeverityPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final String[] CHOICES = {"as it is", "error", "warning", "info", "off"};
    private static final int WIDE = 500;
    private static final int HIGH = 200;

    private final Map<String, String> severities = new TreeMap<>();
    private TableViewer table;

    /** A problem as its page begins. */
    private record Problem(String code, String title) {
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(Services.of(Settings.class).store());
        setDescription("How bad each problem is.");
    }

    @Override
    protected Control createContents(Composite parent) {
        Arrays.stream(getPreferenceStore().getString(Settings.SEVERITY).split(",")).filter(entry -> entry.contains("="))
                .forEach(entry -> severities.put(entry.substring(0, entry.indexOf('=')).strip(), entry.substring(entry.indexOf('=') + 1).strip()));
        // The page decides how large what it is given is; of the table inside this does.
        Composite room = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(room);
        table = new TableViewer(room, SWT.BORDER | SWT.FULL_SELECTION);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDE, HIGH).applyTo(table.getTable());
        table.getTable().setHeaderVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        column("Problem", 75).setLabelProvider(ColumnLabelProvider.createTextProvider(it -> ((Problem) it).code()));
        column("What is wrong", 350).setLabelProvider(ColumnLabelProvider.createTextProvider(it -> ((Problem) it).title()));
        TableViewerColumn severity = column("Severity", 100);
        severity.setLabelProvider(ColumnLabelProvider.createTextProvider(it -> severities.getOrDefault(((Problem) it).code(), CHOICES[0])));
        severity.setEditingSupport(new Choice());
        table.setInput(problems());
        return room;
    }

    private TableViewerColumn column(String title, int width) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        return column;
    }

    /** The problems that have a page, with its first line. */
    private static List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        try (Stream<Path> pages = Files.list(Services.of(LanguageServerSession.class).program().folder().resolve("problems"))) {
            for (Path page : pages.filter(one -> one.toString().endsWith(".md")).sorted().toList()) {
                String code = page.getFileName().toString().replaceAll("\\.md$", "");
                String first = Files.readAllLines(page).stream().findFirst().orElse("");
                problems.add(new Problem(code, first.replaceFirst("^#+ *", "").replaceFirst("^" + code + "[: ]*", "")));
            }
        } catch (IOException problem) {
            Log.get().warn("the pages of the problems cannot be read", problem);
        }
        return problems;
    }

    @Override
    protected void performDefaults() {
        severities.clear();
        table.refresh();
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        getPreferenceStore().setValue(Settings.SEVERITY, severities.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(",")));
        return true;
    }

    private final class Choice extends EditingSupport {

        Choice() {
            super(table);
        }

        @Override
        protected CellEditor getCellEditor(Object element) {
            return new ComboBoxCellEditor(table.getTable(), CHOICES, SWT.READ_ONLY);
        }

        @Override
        protected boolean canEdit(Object element) {
            return true;
        }

        @Override
        protected Object getValue(Object element) {
            return Math.max(0, Arrays.asList(CHOICES).indexOf(severities.getOrDefault(((Problem) element).code(), CHOICES[0])));
        }

        @Override
        protected void setValue(Object element, Object value) {
            String code = ((Problem) element).code();
            if ((Integer) value <= 0) {
                severities.remove(code);
            } else {
                severities.put(code, CHOICES[(Integer) value]);
            }
            table.update(element, null);
        }
    }
}
