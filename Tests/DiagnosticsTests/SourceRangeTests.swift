import Diagnostics
import Testing

@Suite struct SourceRangeTests {
  @Test(arguments: [
    (SourceRange(1, 3), SourceRange(2, 5), SourceRange(1, 5)),
    (SourceRange(1, 2), SourceRange(4, 5), SourceRange(1, 5)),
    (SourceRange(1, 9), SourceRange(4, 4), SourceRange(1, 9)),
  ])
  func `A union holds both ranges and what is between`(a: SourceRange, b: SourceRange, union: SourceRange) {
    #expect(a.union(b) == union)
    #expect(b.union(a) == union)
  }
}
