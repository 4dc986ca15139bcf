package homeostat.lab.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a component of a config record may be. */
sealed interface Type {
  record Flag() implements Type {}

  /**
   * A whole number.
   *
   * @param wide whether a {@code long}
   */
  record Whole(boolean wide) implements Type {}

  record Real() implements Type {}

  record Text() implements Type {}

  record FilePath() implements Type {}

  record Anything() implements Type {}

  record Choice(Class<?> type) implements Type {
    /** Names as they are listed to the user. */
    List<String> names() {
      List<String> names = new ArrayList<>();
      for (Object constant : type.getEnumConstants()) {
        names.add(name(constant));
      }
      return names;
    }

    /** As the enum itself says it, else its name in lower case. */
    static String name(Object constant) {
      String name = ((Enum<?>) constant).name();
      String said = constant.toString();
      return said.equals(name) ? name.toLowerCase(Locale.ROOT) : said;
    }

    /** Whether a constant is meant; hyphens and underscores are one. */
    static boolean means(String given, Object constant) {
      return name(constant).replace('-', '_').equals(given.replace('-', '_'));
    }
  }

  /** What becomes of a list. */
  enum Container {
    LIST,
    VECTOR,
    MATRIX
  }

  record Many(Type element, Container container) implements Type {}

  record Named(Type element) implements Type {}

  record Nested(Schema schema) implements Type {}

  record Maybe(Type type) implements Type {}

  /** In words, with the unit where it is a number. */
  static String words(Type type, String unit) {
    String in = unit.isEmpty() ? "" : " in " + unit;
    return switch (type) {
      case Flag _ -> "true or false";
      case Whole _ -> "a whole number" + in;
      case Real _ -> "a number" + in;
      case Text _ -> "a text in quotes";
      case FilePath _ -> "a path in quotes";
      case Anything _ -> "any value";
      case Choice choice -> "one of " + String.join(", ", choice.names());
      case Many many when many.container() == Container.MATRIX -> "a list of lists of numbers" + in;
      case Many many -> "a list of " + plural(many.element()) + in;
      case Named named -> "a section of " + plural(named.element()) + " by name" + in;
      case Nested _ -> "a section";
      case Maybe maybe -> words(maybe.type(), unit);
    };
  }

  /** In a word or two, for the help page. */
  static String brief(Type type) {
    return switch (type) {
      case Flag _ -> "true or false";
      case Whole _ -> "whole number";
      case Real _ -> "number";
      case Text _ -> "text";
      case FilePath _ -> "path";
      case Anything _ -> "any value";
      case Choice choice -> String.join(" | ", choice.names());
      case Many many when many.container() == Container.MATRIX -> "table of numbers";
      case Many many -> "list of " + plural(many.element());
      case Named named -> plural(named.element()) + " by name";
      case Nested _ -> "section";
      case Maybe maybe -> brief(maybe.type());
    };
  }

  private static String plural(Type type) {
    return switch (type) {
      case Flag _ -> "true or false";
      case Whole _ -> "whole numbers";
      case Real _ -> "numbers";
      case Text _ -> "texts";
      case FilePath _ -> "paths";
      case Anything _ -> "values";
      case Choice choice -> "names (" + String.join(", ", choice.names()) + ")";
      case Many _ -> "lists";
      case Named _, Nested _ -> "sections";
      case Maybe maybe -> plural(maybe.type());
    };
  }

  /** The type without {@code Optional} around it. */
  static Type plain(Type type) {
    return type instanceof Maybe maybe ? plain(maybe.type()) : type;
  }
}
