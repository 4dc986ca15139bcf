package homeostat.spiking.learning;

import homeostat.spiking.ChunkRecord;
import homeostat.spiking.LearningRule;
import java.util.Map;
import java.util.Optional;

/**
 * What training on one chunk gave.
 *
 * @param state the state after it
 * @param record what the network did; valid until the next chunk
 * @param losses each loss by name, unweighted
 * @param total weighted sum of the losses over {@code chunksPerUpdate}
 * @param remarks what objectives had to say, by name
 * @param update the update of the parameters, if this chunk completed one
 */
public record ChunkOutcome(
    TrainingState state,
    ChunkRecord record,
    Map<String, Double> losses,
    double total,
    Map<String, Double> remarks,
    Optional<LearningRule.Update> update) {}
