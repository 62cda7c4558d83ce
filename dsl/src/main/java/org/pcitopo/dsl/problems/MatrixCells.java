package org.pcitopo.dsl.problems;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Some cells of the matrix that a boot spans, as few words as tell them: kernels with the page sizes that they have in common.
 *
 * @param kernels empty where all kernels of the matrix are meant
 * @param pageSizes bytes; empty where all page sizes of the matrix are meant
 */
public record MatrixCells(List<String> kernels, List<Long> pageSizes) {

    public MatrixCells {
        kernels = List.copyOf(kernels);
        pageSizes = List.copyOf(pageSizes);
    }

    /** What tells {@code some} cells of {@code matrix} from its others; nothing where all are meant. */
    public static List<MatrixCells> of(Collection<BootId> some, Collection<BootId> matrix) {
        if (Set.copyOf(some).size() >= Set.copyOf(matrix).size()) {
            return List.of();
        }
        Map<String, Set<Long>> pagesOf = new LinkedHashMap<>();
        some.forEach(boot -> pagesOf.computeIfAbsent(boot.kernel(), kernel -> new LinkedHashSet<>()).add(boot.pageSize()));
        Map<Set<Long>, List<String>> kernelsWith = new LinkedHashMap<>();
        pagesOf.forEach((kernel, pages) -> kernelsWith.computeIfAbsent(pages, same -> new ArrayList<>()).add(kernel));
        long allKernels = matrix.stream().map(BootId::kernel).distinct().count();
        long allPages = matrix.stream().map(BootId::pageSize).distinct().count();
        return kernelsWith.entrySet().stream().map(entry -> new MatrixCells(entry.getValue().size() < allKernels ? entry.getValue() : List.of(),
                entry.getKey().size() < allPages ? new ArrayList<>(entry.getKey()) : List.of())).toList();
    }
}
