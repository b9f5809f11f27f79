using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Which definition is meant: its name, its version, and the hash of its table (S-13).</summary>
/// <param name="Id">The definition's name.</param>
/// <param name="Version">The definition's version, from 1.</param>
/// <param name="Hash">The digest of the table's canonical text.</param>
public sealed record LifecycleRef(string Id, int Version, Digest Hash)
{
    /// <summary>Name, version and the beginning of the hash.</summary>
    /// <returns>For example <c>normal@1#0f3a5c77b2d1</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Id}@{Version}#{Hash.Abbreviated}");
}
