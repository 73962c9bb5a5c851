/// How the tape is used.
enum Mode: String, CaseIterable {
  /// All is recorded anew for each epoch, or for each point, as where formulas change.
  case recorded
  /// What was recorded once is compiled, and worked through one row at a time.
  case replayed
  /// The same with eight rows side by side.
  case lanes
}
