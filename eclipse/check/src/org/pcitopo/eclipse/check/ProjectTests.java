package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Bench.holds;
import static org.pcitopo.eclipse.check.Tests.DRIVES;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ltk.core.refactoring.CheckConditionsOperation;
import org.eclipse.ltk.core.refactoring.PerformRefactoringOperation;
import org.eclipse.ltk.core.refactoring.RefactoringCore;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.resource.RenameResourceDescriptor;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.server.Settings;
import org.pcitopo.eclipse.workbench.Services;

/** Projects: files that nobody has opened, that import each other, that are renamed and deleted. */
final class ProjectTests {

    private ProjectTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("the first topology of a project asks whether all are checked, and files that are not open get markers", () -> {
            IProject project = bench.project("closed");
            IFile drives = project.getFile(DRIVES);
            IFile other = project.getFile("x86-gpu-no-room.pcitopo");
            bench.neverAsks(false);
            Editor editor = bench.open(other);
            Shell question = bench.until("the question", () -> bench.shells().stream().filter(shell -> shell.getText().equals("pcitopo")
                    && shell.isVisible() && !Bench.controls(shell, org.eclipse.swt.widgets.Button.class).isEmpty()).findFirst());
            bench.picture("question");
            WritingTests.press(bench, question, "Yes");
            bench.untilTrue("a marker on a file that is not open", () -> bench.markers(drives).stream()
                    .anyMatch(marker -> marker.getAttribute(IMarker.MESSAGE, "").contains("nvme0 stays unmappable")));
            holds(editor.part() != null, "the editor is gone");
            bench.neverAsks(true);
        });

        tests.put("a quick fix from the Problems view mends a file that is not open", () -> {
            IFile drives = bench.otherProject("closed").getFile(DRIVES);
            IMarker marker = bench.until("the marker", () -> bench.markers(drives).stream()
                    .filter(one -> one.getAttribute(IMarker.MESSAGE, "").contains("nvme0 stays unmappable")).findFirst());
            IMarkerResolution fix = bench.until("the fix", () -> Arrays.stream(IDE.getMarkerHelpRegistry().getResolutions(marker))
                    .filter(one -> one.getLabel().startsWith("Add pci=resource_alignment=16@0000:00:04.0 ")).findFirst());
            bench.does(() -> fix.run(marker));
            bench.untilTrue("the changed file", () -> new String(drives.readAllBytes(), StandardCharsets.UTF_8).contains("command-line \"pci=resource_alignment=16@0000:00:04.0\""));
            bench.untilTrue("no marker", () -> bench.markers(drives).stream()
                    .noneMatch(one -> one.getAttribute(IMarker.MESSAGE, "").contains("nvme0 stays unmappable")));
        });

        tests.put("a change of an imported file is seen in a file that is not open, by the builder", () -> {
            IProject project = bench.otherProject("closed");
            IFile shared = project.getFile("shared.pcitopo");
            IFile user = project.getFile("user.pcitopo");
            bench.does(() -> {
                shared.create(SharedTypes.type("16K"), IResource.FORCE, null);
                user.create(SharedTypes.user("shared.pcitopo"), IResource.FORCE, null);
            });
            bench.untilTrue("the marker of BARs in one page", () -> bench.markers(user).stream().anyMatch(one -> one.getAttribute(IMarker.MESSAGE, "").contains("[PCI301]")));
            bench.does(() -> shared.setContents(SharedTypes.type("64K"), IResource.FORCE, null));
            bench.untilTrue("no such marker", () -> bench.markers(user).stream().noneMatch(one -> one.getAttribute(IMarker.MESSAGE, "").contains("[PCI301]")));
        });

        tests.put("what changes while no server can be started is checked when one can again", () -> {
            IProject project = bench.project("unchecked");
            IFile drives = project.getFile(DRIVES);
            IPreferenceStore store = Services.of(Settings.class).store();
            bench.does(() -> store.setValue(Settings.JAVA_HOME, "/opt/java-that-is-gone"));
            bench.untilTrue("no server", () -> Services.of(LanguageServerSession.class).processId().isEmpty());
            IProjectDescription checked = project.getDescription();
            checked.setNatureIds(new String[] {"org.pcitopo.eclipse.nature"});
            project.setDescription(checked, null);
            Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
            bench.does(() -> holds(bench.markers(drives).isEmpty(), "who marked this?"));
            bench.does(() -> store.setToDefault(Settings.JAVA_HOME));
            bench.untilTrue("a marker", () -> bench.markers(drives).stream()
                    .anyMatch(marker -> marker.getAttribute(IMarker.MESSAGE, "").contains("nvme0 stays unmappable")));
            bench.does(() -> project.delete(true, null));
        });

        tests.put("an open file sees the unsaved text of a file that it imports", () -> {
            IProject project = bench.otherProject("closed");
            Editor user = bench.open(project.getFile("user.pcitopo"));
            Editor shared = bench.open(project.getFile("shared.pcitopo"));
            shared.replace("64K", "16K");
            bench.untilTrue("the marker", () -> bench.markers(user.file()).stream().anyMatch(one -> one.getAttribute(IMarker.MESSAGE, "").contains("[PCI301]")));
        });

        tests.put("what was not saved is forgotten when the editor closes", () -> {
            IFile user = bench.otherProject("closed").getFile("user.pcitopo");
            bench.untilTrue("no marker", () -> bench.markers(user).stream().noneMatch(one -> one.getAttribute(IMarker.MESSAGE, "").contains("[PCI301]")));
        });

        tests.put("imports follow a file that is renamed, and its editor lives on", () -> {
            IProject project = bench.otherProject("closed");
            Editor shared = bench.open(project.getFile("shared.pcitopo"));
            bench.does(() -> {
                RenameResourceDescriptor rename = (RenameResourceDescriptor) RefactoringCore.getRefactoringContribution(RenameResourceDescriptor.ID).createDescriptor();
                rename.setResourcePath(project.getFile("shared.pcitopo").getFullPath());
                rename.setNewName("drives.pcitopo");
                PerformRefactoringOperation operation = new PerformRefactoringOperation(rename.createRefactoring(new RefactoringStatus()), CheckConditionsOperation.ALL_CONDITIONS);
                operation.run(null);
            });
            IFile user = project.getFile("user.pcitopo");
            bench.untilTrue("the changed import", () -> new String(user.readAllBytes(), StandardCharsets.UTF_8).contains("import \"drives.pcitopo\""));
            bench.untilTrue("no problem with the import", () -> bench.markers(user).stream().noneMatch(one -> one.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR));
            bench.untilTrue("the editor of the new file", () -> shared.file() != null && shared.file().getName().equals("drives.pcitopo"));
            shared.replace("BAR 0", "BAT 0");
            shared.annotation("error", "BAT");
        });

        tests.put("a file that is deleted is missed by those that import it", () -> {
            IProject project = bench.otherProject("closed");
            bench.does(() -> project.getFile("drives.pcitopo").delete(true, null));
            IFile user = project.getFile("user.pcitopo");
            bench.untilTrue("the problem", () -> bench.markers(user).stream().anyMatch(one -> one.getAttribute(IMarker.MESSAGE, "").contains("drives.pcitopo")));
        });
    }
}
