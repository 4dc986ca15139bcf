package homeostat.kinds.spiking.golden;

import homeostat.kinds.spiking.golden.TrainingCases.Trained;
import homeostat.lab.verify.GoldenSuite;
import java.util.Map;
import java.util.TreeMap;

/** The golden cases of the spiking subject. */
public final class SpikingGolden implements GoldenSuite {

  @Override
  public String subject() {
    return "spiking";
  }

  @Override
  public String precision() {
    return "float32";
  }

  @Override
  public Map<String, Computation> kinds() {
    Map<String, Computation> kinds = new TreeMap<>();
    kinds.put("derived_constants", StepCases::derivedConstants);
    kinds.put("surrogate", StepCases::surrogate);
    kinds.put("single_step", StepCases::singleStep);
    Map.of("scaling_factors", Trained.FACTORS, "weights", Trained.WEIGHTS)
        .forEach((name, trained) -> {
          kinds.put("single_step_adjoint_" + name, golden -> StepCases.adjoint(golden, trained));
          for (String loss : GoldenLosses.NAMES) {
            kinds.put(
                "bptt_" + name + "_" + loss,
                golden -> TrainingCases.gradient(golden, loss, trained));
          }
          kinds.put("current_bptt_" + name, golden -> ModelCases.currentGradient(golden, trained));
          kinds.put("trainer_" + name, golden -> TrainerCases.trainer(golden, trained));
        });
    kinds.put("multi_step", StepCases::multiStep);
    kinds.put("tbptt_chunks_van_rossum", TrainingCases::chunks);
    kinds.put("loss_firing_rate", LossCases::firingRate);
    kinds.put("loss_silent", LossCases::silent);
    kinds.put("loss_cv", LossCases::irregularity);
    kinds.put("loss_membrane_variance", LossCases::membraneVariance);
    kinds.put("loss_van_rossum", LossCases::vanRossum);
    kinds.put("loss_balance", LossCases::balance);
    kinds.put("feedforward_inference", ModelCases::feedforward);
    kinds.put("feedforward_bptt_scaling_factors", ModelCases::feedforwardFactors);
    kinds.put("feedforward_bptt_weights", ModelCases::feedforwardWeights);
    kinds.put("current_multi_step", ModelCases::currentSteps);
    kinds.put("odours", InputCases::odours);
    kinds.put("perturb", InputCases::perturbation);
    kinds.put("weight_noise", InputCases::weightNoise);
    kinds.put("stats", StatisticsCases::statistics);
    kinds.put("lognormal_linear", WiringCases::logNormal);
    kinds.put("cell_type_counts", WiringCases::cellTypeCounts);
    kinds.put("configuration_model_counts", WiringCases::configurationModel);
    return kinds;
  }
}
