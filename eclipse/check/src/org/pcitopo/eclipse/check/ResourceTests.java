package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Bench.holds;
import static org.pcitopo.eclipse.check.Tests.DRIVES;

import java.util.Arrays;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IPath;
import org.eclipse.ltk.core.refactoring.CheckConditionsOperation;
import org.eclipse.ltk.core.refactoring.PerformRefactoringOperation;
import org.eclipse.ltk.core.refactoring.RefactoringCore;
import org.eclipse.ltk.core.refactoring.RefactoringDescriptor;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.resource.DeleteResourcesDescriptor;
import org.eclipse.ltk.core.refactoring.resource.RenameResourceDescriptor;

/** Projects that close and open again, several of them, folders that are renamed and deleted: as the Project Explorer does it. */
final class ResourceTests {

    private ResourceTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("two editors of files with one name in two projects have each their own problems", () -> {
            IProject second = bench.project("second");
            Editor one = bench.fresh(DRIVES);
            Editor other = bench.open(second.getFile(DRIVES));
            other.replaceAll("nvme0", "renamed");
            other.annotation("warning", "renamed stays unmappable");
            one.annotation("warning", "nvme0 stays unmappable");
            bench.does(() -> holds(one.annotations("warning").stream().noneMatch(text -> text.contains("renamed")), "a problem of the other file"));
            one.replace("device 05.0", "devise 05.0");
            one.annotation("error", "devise");
            bench.does(() -> holds(other.annotations("error").isEmpty(), "an error of the other file"));
            bench.does(() -> bench.page().closeAllEditors(false));
            bench.untilTrue("no marker of the text that was not saved", () -> bench.markers(second.getFile(DRIVES)).stream()
                    .noneMatch(marker -> marker.getAttribute(IMarker.MESSAGE, "").contains("renamed")));
        });

        tests.put("an import follows the folder that it leads into, and an editor in there lives on", () -> {
            IProject project = bench.otherProject("second");
            bench.does(() -> {
                IFolder folder = project.getFolder("types");
                folder.create(true, true, null);
                folder.getFile("shared.pcitopo").create(SharedTypes.type("16K"), IResource.FORCE, null);
                project.getFile("user.pcitopo").create(SharedTypes.user("types/shared.pcitopo"), IResource.FORCE, null);
            });
            Editor user = bench.open(project.getFile("user.pcitopo"));
            user.annotation("warning", "[PCI301]");
            Editor shared = bench.open(project.getFile("types/shared.pcitopo"));
            RenameResourceDescriptor rename = (RenameResourceDescriptor) RefactoringCore.getRefactoringContribution(RenameResourceDescriptor.ID).createDescriptor();
            rename.setResourcePath(project.getFolder("types").getFullPath());
            rename.setNewName("catalogue");
            perform(bench, rename);
            bench.untilTrue("the changed import", () -> user.document().get().contains("import \"catalogue/shared.pcitopo\""));
            user.save();
            bench.untilTrue("the editor of the file where it is now", () -> shared.file() != null && shared.file().getFullPath().toString().equals("/second/catalogue/shared.pcitopo"));
            bench.untilTrue("no error", () -> user.annotations("error").isEmpty());
            user.annotation("warning", "[PCI301]");
            shared.replace("16K", "64K");
            user.noAnnotation("warning", "[PCI301]");
        });

        tests.put("a folder that is deleted is missed, and its editors close", () -> {
            IProject project = bench.otherProject("second");
            Editor user = bench.open(project.getFile("user.pcitopo"));
            bench.open(project.getFile("catalogue/shared.pcitopo"));
            DeleteResourcesDescriptor delete = (DeleteResourcesDescriptor) RefactoringCore.getRefactoringContribution(DeleteResourcesDescriptor.ID).createDescriptor();
            delete.setResourcePaths(new IPath[] {project.getFolder("catalogue").getFullPath()});
            perform(bench, delete);
            user.annotation("error", "catalogue/shared.pcitopo");
            bench.untilTrue("one editor", () -> bench.page().getEditorReferences().length == 1);
        });

        tests.put("a file that is deleted and written again has its problems again", () -> {
            IFile file = bench.otherProject("second").getFile(DRIVES);
            bench.open(file).annotation("warning", "nvme0 stays unmappable");
            byte[] text = bench.ui(file::readAllBytes);
            bench.does(() -> file.delete(true, null));
            bench.untilTrue("no editor", () -> bench.page().getEditorReferences().length == 0);
            bench.does(() -> file.create(text, IResource.FORCE, null));
            bench.open(file).annotation("warning", "nvme0 stays unmappable");
        });

        tests.put("a project that is closed takes its editors along, and has its problems again when it opens", () -> {
            IProject project = bench.otherProject("second");
            bench.open(project.getFile(DRIVES)).annotation("warning", "nvme0 stays unmappable");
            bench.does(() -> bench.page().closeAllEditors(false));
            bench.does(() -> project.close(null));
            bench.fresh(DRIVES).annotation("warning", "nvme0 stays unmappable");
            bench.does(() -> project.open(null));
            Editor again = bench.open(project.getFile(DRIVES));
            again.annotation("warning", "nvme0 stays unmappable");
            again.replaceAll("nvme0", "renamed");
            again.annotation("warning", "renamed stays unmappable");
            again.save();
            bench.does(() -> project.delete(true, null));
            bench.untilTrue("no editor of a project that is gone", () -> Arrays.stream(bench.page().getEditorReferences()).noneMatch(one -> one.getPart(false) == again.part()));
        });
    }

    private static void perform(Bench bench, RefactoringDescriptor what) {
        bench.does(() -> new PerformRefactoringOperation(what.createRefactoring(new RefactoringStatus()), CheckConditionsOperation.ALL_CONDITIONS).run(null));
    }
}
