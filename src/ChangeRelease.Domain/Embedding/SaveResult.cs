namespace ChangeRelease.Domain.Embedding;

/// <summary>What became of a new version of a document: <see cref="Saved"/> or <see cref="Outdated"/>.</summary>
public abstract record SaveResult
{
    private protected SaveResult()
    {
    }
}

/// <summary>The version is kept now, and will be found by every read that begins from here on.</summary>
/// <param name="Version">The version.</param>
public sealed record Saved(long Version) : SaveResult;

/// <summary>Nothing was written: the document was not at the version that the writer had changed.</summary>
/// <param name="ActualVersion">The version of the document when that was found; 0 when there is none.</param>
public sealed record Outdated(long ActualVersion) : SaveResult;
