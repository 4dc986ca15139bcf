package homeostat.kinds.spiking;

import homeostat.connectome.NetworkStructure;
import homeostat.kinds.spiking.figures.Activity;
import homeostat.kinds.spiking.figures.ActivityBoard;
import homeostat.kinds.spiking.figures.AssemblyBoard;
import homeostat.kinds.spiking.figures.ConnectivityBoard;
import homeostat.kinds.spiking.figures.InputBoard;
import homeostat.lab.Run;
import homeostat.spiking.ScalingFactors;

/** The figures that describe a network and what it did in a run without learning. */
record NetworkFigures(NetworkStructure structure, ScalingFactors factors, Activity activity) {

  /** Draws them into a folder. */
  void into(String folder, Run run) {
    run.figure(folder + "/connectivity", new ConnectivityBoard(structure, factors).draw());
    run.figure(folder + "/activity", new ActivityBoard(activity).draw());
    run.figure(folder + "/inputs", new InputBoard(activity, structure).draw());
    AssemblyBoard.of(activity, structure, factors)
        .ifPresent(figure -> run.figure(folder + "/assemblies", figure));
  }
}
