package homeostat.lab.sweep;

import homeostat.lab.record.Csv;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Mean m = sum x / n, standard deviation s = sqrt(sum (x - m)^2 / (n - 1)), and the 95 % confidence
 * interval m -+ t s / sqrt(n), where t is the 97.5 % quantile of Student's distribution with n - 1
 * degrees of freedom. With one value only the mean is defined.
 *
 * @param n how many values
 * @param mean m
 * @param sd s
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
record Statistics(int n, double mean, double sd, double low, double high) {

  static Statistics of(List<Double> values) {
    int n = values.size();
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / n;
    if (n == 1) {
      return new Statistics(n, mean, Double.NaN, Double.NaN, Double.NaN);
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double sd = Math.sqrt(squares / (n - 1));
    double half = new TDistribution(n - 1).inverseCumulativeProbability(0.975) * sd / Math.sqrt(n);
    return new Statistics(n, mean, sd, mean - half, mean + half);
  }

  List<String> cells() {
    return List.of(
        Integer.toString(n), Csv.cell(mean), Csv.cell(sd), Csv.cell(low), Csv.cell(high));
  }
}
