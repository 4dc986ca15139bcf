package homeostat.connectome.table;

/**
 * Which columns of a table of connections are read.
 *
 * @param width number of columns
 * @param headed whether the first line names them
 * @param sender position
 * @param receiver position
 * @param weight position; -1: every row weighs 1
 * @param counts whether weights are whole numbers from 0
 * @param firstText position of a column of few different texts; -1 for none
 * @param secondText position of another; -1 for none
 */
public record PlainColumns(
    int width,
    boolean headed,
    int sender,
    int receiver,
    int weight,
    boolean counts,
    int firstText,
    int secondText) {}
