/// Something that is wrong, told to the person who can mend it.
public struct Diagnostic: Hashable, Sendable, Error {
  /// Whose mistake it is.
  public enum Kind: String, Hashable, Sendable {
    /// The lesson's author can mend it.
    case error
    /// A fault of Longhand itself.
    case internalError = "internal error"
    /// No mistake, but perhaps not what the lesson's author means.
    case warning
  }

  /// The most of one file that are told: more than anyone reads.
  public static let maxPerFile = 100

  /// Whose mistake it is.
  public let kind: Kind
  /// What is wrong: one sentence without a capital or a full stop, names in backquotes.
  public let message: String
  /// Where; `nil` when the whole file is meant.
  public let range: SourceRange?
  /// What to do about it, in the same form as `message`.
  public let hint: String?
  /// Other places that it speaks of.
  public let notes: [Note]
  /// What a machine could do about it.
  public let fix: Fix?

  /// A diagnostic with all that it says.
  public init(
    _ message: String, at range: SourceRange?, hint: String? = nil, notes: [Note] = [], fix: Fix? = nil,
    kind: Kind = .error
  ) {
    self.kind = kind
    self.message = message
    self.range = range
    self.hint = hint
    self.notes = notes
    self.fix = fix
  }

  /// A diagnostic with advice, if there is any; `notes` stand before those of the advice.
  public init(_ message: String, at range: SourceRange?, advice: Advice?, notes: [Note] = []) {
    self.init(
      message, at: range, hint: advice?.hint, notes: notes + (advice?.notes ?? []), fix: advice?.fix)
  }
}
