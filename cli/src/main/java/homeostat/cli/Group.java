package homeostat.cli;

/** What verbs are for; the order is that of the help page. */
public enum Group {
  RUN("Run experiments"),
  RESULTS("Look at results"),
  WIRING("Wiring and data"),
  TRUST("Check and measure"),
  LEARN("Find your way");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  /** Heading of the help page. */
  public String title() {
    return title;
  }
}
