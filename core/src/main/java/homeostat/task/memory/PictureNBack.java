package homeostat.task.memory;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * {@code pic_latent_mem}, {@code pic_mem}: is the last picture the one n back? L pictures, one a
 * step, then the cue, then the class is due: 2 for a match, 1 for none. T = L + 2. The other
 * pictures are drawn without replacement from other classes than the target's. Matching trials come
 * first, then as many others.
 *
 * @param bank where pictures come from
 * @param length L
 * @param back n, from 1 to L - 1
 * @param each number of matching trials, and of others
 * @param match what a match is
 */
public record PictureNBack(PictureBank bank, int length, int back, int each, Match match)
    implements MemoryTask {

  /** What a match is. */
  public enum Match {
    /** The same picture. */
    PICTURE,
    /** A picture of the same class. */
    CLASS
  }

  /** Checks the settings. */
  public PictureNBack {
    Settings.back(back, length);
    Settings.atLeastOne("nr_of_trials", each);
    if (match == Match.CLASS && bank.classes() == 1) {
      throw new IllegalArgumentException(
          "match = class, but all pictures of the bank are of one class: every trial would match;"
              + " give labels, or take match = picture");
    }
    for (int label = 0; label < bank.classes(); label++) {
      int others = others(bank, label).length;
      if (others < length - 1) {
        throw new IllegalArgumentException(
            "trial_length is "
                + length
                + ", but only "
                + others
                + " pictures are not of class "
                + label
                + "; shorten the trials or enlarge the bank");
      }
    }
  }

  /** Pictures that can distract from a class; without classes, all of them. */
  private static int[] others(PictureBank bank, int label) {
    return bank.classes() == 1
        ? IntStream.range(0, bank.pictures()).toArray()
        : IntStream.range(0, bank.pictures()).filter(m -> bank.labels()[m] != label).toArray();
  }

  @Override
  public int channels() {
    return bank.features() + 1;
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public Trials draw(Stream stream) {
    return half(stream.at(0), true).then(half(stream.at(1), false));
  }

  private Trials half(Stream stream, boolean matching) {
    Draws draws = stream.draws();
    int free = length - 1 - (matching ? 1 : 0);
    int[] targets = new int[each];
    int[] earlier = new int[each];
    int[] distractors = new int[each * free];
    for (int trial = 0; trial < each; trial++) {
      int label = draws.integer(bank.classes());
      int[] own =
          IntStream.range(0, bank.pictures()).filter(m -> bank.labels()[m] == label).toArray();
      if (own.length == 0) {
        throw new IllegalArgumentException("the bank has no picture of class " + label);
      }
      int target = own[draws.integer(own.length)];
      targets[trial] = target;
      earlier[trial] = match == Match.PICTURE ? target : own[draws.integer(own.length)];
      int[] pool = Arrays.stream(others(bank, label)).filter(m -> m != target).toArray();
      for (int k = 0; k < free; k++) {
        int pick = k + draws.integer(pool.length - k);
        distractors[trial * free + k] = pool[pick];
        pool[pick] = pool[k];
      }
    }
    double[] same = new double[each];
    Arrays.fill(same, matching ? 1 : 0);
    return of(targets, earlier, distractors, matching).told("match", same);
  }

  /**
   * The trials of given pictures.
   *
   * @param targets [trial] the last picture
   * @param earlier [trial] the picture n before it, in matching trials
   * @param distractors [trial][position] the others, from left to right
   */
  public Trials of(int[] targets, int[] earlier, int[] distractors, boolean matching) {
    Trials trials = Trials.blank(targets.length, length + 2, channels());
    int free = distractors.length / targets.length;
    for (int trial = 0; trial < targets.length; trial++) {
      int next = trial * free;
      for (int k = 0; k < length; k++) {
        int picture;
        if (k == length - 1) {
          picture = targets[trial];
        } else if (matching && k == length - 1 - back) {
          picture = earlier[trial];
        } else {
          picture = distractors[next++];
        }
        for (int f = 0; f < bank.features(); f++) {
          trials.input(trial, k, 1 + f, (float) bank.values()[picture * bank.features() + f]);
        }
      }
      trials.input(trial, length, 0, 1);
      trials.target(trial, length + 1, matching ? NBack.MATCH : NBack.DIFFERENT);
    }
    return trials;
  }
}
