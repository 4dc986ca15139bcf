package homeostat.disinhibition;

/** What the units of a hidden layer are. */
public sealed interface Cells permits Pairs, Units {}
