package org.pcitopo.eclipse.problems;

import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;
import org.pcitopo.eclipse.workbench.Ids;

/** A project whose topologies are checked, open or not. */
public final class Nature implements IProjectNature {

    /** The nature's id. */
    public static final String ID = Ids.PLUGIN + ".nature";

    private IProject project;

    /** Has {@code project} checked as a whole from now on. */
    public static void addTo(IProject project) throws CoreException {
        IProjectDescription description = project.getDescription();
        if (!description.hasNature(ID)) {
            description.setNatureIds(Stream.concat(Arrays.stream(description.getNatureIds()), Stream.of(ID)).toArray(String[]::new));
            project.setDescription(description, null);
        }
    }

    @Override
    public void configure() throws CoreException {
        IProjectDescription description = project.getDescription();
        if (!Builder.isIn(project)) {
            ICommand command = description.newCommand();
            command.setBuilderName(Builder.ID);
            description.setBuildSpec(Stream.concat(Arrays.stream(description.getBuildSpec()), Stream.of(command)).toArray(ICommand[]::new));
            project.setDescription(description, null);
        }
    }

    @Override
    public void deconfigure() throws CoreException {
        IProjectDescription description = project.getDescription();
        description.setBuildSpec(Arrays.stream(description.getBuildSpec()).filter(command -> !command.getBuilderName().equals(Builder.ID))
                .toArray(ICommand[]::new));
        project.setDescription(description, null);
        project.deleteMarkers(ProblemMarkers.TYPE, true, org.eclipse.core.resources.IResource.DEPTH_INFINITE);
    }

    @Override
    public IProject getProject() {
        return project;
    }

    @Override
    public void setProject(IProject value) {
        project = value;
    }
}
