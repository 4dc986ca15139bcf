package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;
import java.util.List;

/** {@code [timing]}: what is timed; times are of one thread. */
public record TimingSection(
    @Key(
            value = "Units, where their number is not what varies.",
            unit = "units",
            min = 2,
            max = 20_000,
            or = "200")
        int n,
    @Key(value = "Coupling of the networks that are timed.", min = 0, or = "1.5") double g,
    @Key(value = "Coupling of the network whose intervals are compared.", min = 0, or = "5")
        double gIntervals,
    @Key(
            value = "Intervals of orthonormalisation that are compared; 0 is the adaptive one.",
            unit = "tau",
            min = 0,
            or = "[0.2, 1.0, 5.0, 10.0, 0.0]")
        List<Double> tons,
    @Key(
            value = "Exponents, where their number is not what varies.",
            min = 1,
            max = 20_000,
            or = "10")
        int nle,
    @Key(
            value = "Time averaged over, where it is not what varies.",
            unit = "tau",
            min = 0,
            above = true,
            or = "200")
        double tsim,
    @Key(
            value = "Times averaged over that are compared.",
            unit = "tau",
            min = 0,
            above = true,
            or = "[10.0, 30.0, 50.0, 70.0, 90.0, 110.0, 130.0, 150.0, 170.0, 190.0]")
        List<Double> times,
    @Key(
            value = "Numbers of units that are compared, a tenth of them exponents.",
            unit = "units",
            min = 10,
            max = 20_000,
            or = "[100, 200, 300, 400, 500, 600, 700, 800, 900]")
        List<Integer> sizes,
    @Key(value = "Working precision.", or = "\"float64\"") SpectrumSection.Precision precision) {}
