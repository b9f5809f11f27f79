using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What every event remembers, whatever happened (S-6).</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Status">The state it led to, with its phase; folding never asks a table again.</param>
/// <param name="Content">The digest of the material content after it.</param>
/// <param name="Command">The digest of the command's own content, so that a repetition is told from a reuse (S-5).</param>
/// <param name="Basis">The facts the decision used: each document by name, version and digest.</param>
public sealed record EventHeader(Stamp Stamp, State Status, Digest Content, Digest Command, ValueList<Fact> Basis);
