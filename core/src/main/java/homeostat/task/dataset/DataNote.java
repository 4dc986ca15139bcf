package homeostat.task.dataset;

/**
 * What a user must know of a data set before using it.
 *
 * @param title a line
 * @param licence its terms
 * @param citation whom to cite
 * @param home where its publisher describes it and says where to fetch it
 */
public record DataNote(String title, String licence, String citation, String home) {}
