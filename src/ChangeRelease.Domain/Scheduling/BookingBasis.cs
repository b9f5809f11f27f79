using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>What an event of a ledger's own command came from (S-6).</summary>
/// <param name="Command">The digest of what the command said; the same identity with another one is another command (S-5).</param>
/// <param name="Facts">What the decision looked at: documents by name and version, the rest by value.</param>
public sealed record BookingBasis(Digest Command, ValueList<Fact> Facts);
