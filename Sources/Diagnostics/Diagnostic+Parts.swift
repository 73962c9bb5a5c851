// What a diagnostic says beside its message.

extension Diagnostic {
  /// Another place that a diagnostic speaks of, and what happened there.
  public struct Note: Hashable, Sendable {
    /// What happened, in a form behind which the place can be named: `first defined`, to which `here` is added where the
    /// place is shown, and `in step 12` for who sees no lines.
    public let event: String
    /// Where.
    public let range: SourceRange

    /// A note of what happened at `range`.
    public init(_ event: String, at range: SourceRange) {
      self.event = event
      self.range = range
    }
  }

  /// Replacements after which the text no longer has the fault; no two of them overlap.
  public struct Fix: Hashable, Sendable {
    /// A stretch of the file, and the text that belongs in its place.
    public struct Replacement: Hashable, Sendable {
      /// The stretch; an empty one where something is put in.
      public let range: SourceRange
      /// The text.
      public let text: String
    }

    /// What is replaced, in the order of the file.
    public let replacements: [Replacement]

    /// A fix that replaces one stretch.
    public init(replacing range: SourceRange, with text: String) {
      replacements = [Replacement(range: range, text: text)]
    }

    /// The text of `file` with the fix.
    public func text(of file: SourceFile) -> String {
      var text = ""
      var end = 0
      for replacement in replacements {
        text += file[SourceRange(end, replacement.range.lowerBound)] + replacement.text
        end = replacement.range.upperBound
      }
      return text + file[SourceRange(end, file.bytes.count)]
    }
  }

  /// What leads on from a fault: words, the places that they speak of, and what a machine could do about it.
  public struct Advice: Hashable, Sendable {
    /// What to do, in the form of a message.
    public let hint: String
    /// The places that it speaks of.
    public let notes: [Note]
    /// The fix that is exactly what the hint says.
    public let fix: Fix?

    /// Advice with all that it says.
    public init(_ hint: String, notes: [Note] = [], fix: Fix? = nil) {
      self.hint = hint
      self.notes = notes
      self.fix = fix
    }

    /// A hint alone, if there is one.
    public init?(hint: String?) {
      guard let hint else { return nil }
      self.init(hint)
    }

    /// To write `text` in the place of what stands at `range`.
    public static func write(_ text: String, at range: SourceRange) -> Advice {
      Advice("write `\(text)`", fix: Fix(replacing: range, with: text))
    }

    /// The candidate that someone who wrote `word` at `range` most likely meant; `nil` when none is near. Where the range
    /// holds more than the word, there is none, and no fix.
    public static func nearest(to word: String, among candidates: [String], at range: SourceRange?) -> Advice?
    {
      Diagnostics.nearest(to: word, among: candidates).map { .meant($0, at: range) }
    }

    /// That `word` was most likely meant by what stands at `range`.
    public static func meant(_ word: String, at range: SourceRange?) -> Advice {
      Advice("did you mean `\(word)`?", fix: range.map { Fix(replacing: $0, with: word) })
    }
  }
}
