using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What every event of a train has: when, who, as which command, and on what it was decided (S-6).</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Command">The digest of what the command said; the same identity with another one is another command (S-5).</param>
/// <param name="Facts">What the decision looked at: documents by name and version, the rest by value.</param>
public sealed record TrainHeader(Stamp Stamp, Digest Command, ValueList<Fact> Facts);
