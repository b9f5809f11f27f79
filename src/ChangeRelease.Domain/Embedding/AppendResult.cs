namespace ChangeRelease.Domain.Embedding;

/// <summary>What became of an append: exactly one of <see cref="Appended"/>, <see cref="Conflict"/> and <see cref="AlreadyApplied"/> (S-71).</summary>
public abstract record AppendResult
{
    private protected AppendResult()
    {
    }
}

/// <summary>All records are in the stream now, and will be found by every read that begins from here on.</summary>
/// <param name="Version">The version of the stream now: that of the last record appended.</param>
public sealed record Appended(long Version) : AppendResult;

/// <summary>Nothing was written: the stream was not at the version that the writer had decided on.</summary>
/// <param name="ActualVersion">The version of the stream when that was found; 0 when it has no records.</param>
public sealed record Conflict(long ActualVersion) : AppendResult;

/// <summary>Nothing was written now: an earlier append of the same command to the same stream has taken effect (S-5).</summary>
/// <param name="Version">The version of the last record that the earlier append wrote; the stream may be further by now.</param>
public sealed record AlreadyApplied(long Version) : AppendResult;
