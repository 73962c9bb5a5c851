/// Which computation graph a run is to give besides its transcript.
public enum GraphRequest: Hashable, Sendable {
  /// That of a value of the lesson.
  case of(String)
  /// That of the last value of which the lesson takes a derivative, its cost; else that of its last formula.
  case cost
}

/// Why a run has no computation graph.
public struct GraphRefusal: Error, Hashable, Sendable {
  /// What is wrong, names in backquotes, without a full stop.
  public let message: String
  /// What may have been meant.
  public let nearest: String?
  /// What else can be done.
  public let hint: String

  init(_ message: String, nearest: String? = nil, hint: String) {
    self.message = message
    self.nearest = nearest
    self.hint = hint
  }
}
