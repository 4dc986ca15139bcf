package homeostat.lab.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a config record says of one of its components: its sentence, unit, range and default. The
 * schema, the help page and the comments of a resolved file are all made from it.
 *
 * <p>A component is a {@code boolean}, {@code int}, {@code long}, {@code double}, {@code String},
 * enum constant (lower case, words joined by {@code -} or {@code _}), {@code Path}, {@code List} of
 * these, {@code double[]}, {@code double[][]}, a nested record (a section), a {@code Map<String,
 * X>} of any of them (names chosen by the user), or an {@code Optional} of any of them. Without a
 * default and not {@code Optional} it must be given. Integers are accepted for doubles; infinity
 * and NaN are not.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
  /** One sentence: what it means. */
  String value();

  /** Its name in the file where that is not the component's own name in snake case. */
  String name() default "";

  /** Unit, for example {@code ms}; empty for a pure number. */
  String unit() default "";

  /** Smallest value allowed (of every element, for arrays). */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest value allowed (of every element, for arrays). */
  double max() default Double.POSITIVE_INFINITY;

  /** True if {@link #min} itself is not allowed. */
  boolean above() default false;

  /**
   * Default as it would stand in a file ({@code 0.5}, {@code [[1, 1]]}, {@code "type"}); empty for
   * none.
   */
  String or() default "";

  /**
   * Of a section: defaults of its keys that are not those of its own record, as an inline table
   * ({@code {epochs = 5, rates = {slow = 0.1}}}), so that kinds can share a section.
   */
  String defaults() default "";

  /**
   * Full dotted paths of other keys that mean the same, as users have them; two of them given and
   * different is an error. Within a map of sections, {@code <name>} stands for the name of the
   * section.
   */
  String[] also() default {};

  /**
   * Name of the key in {@code [run]} that this value sets, for published keys of the same meaning.
   */
  String feeds() default "";

  /** For a published key that changes nothing: why. It is accepted, and listed once. */
  String inert() default "";
}
