using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>One published version of a template, and how the changes under it went.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Content">What it says.</param>
/// <param name="Digest">The digest of its material content: what was approved.</param>
/// <param name="PublishedAt">When it was put in force.</param>
/// <param name="Expires">The first instant at which it no longer authorizes.</param>
public sealed record TemplateVersion(int Number, TemplateContent Content, Digest Digest, Instant PublishedAt, Instant Expires)
{
    /// <summary>How many uses are spent: those of changes that are over.</summary>
    public int Spent { get; init; }

    /// <summary>The latest results, oldest first; as many as the failure budget looks at.</summary>
    public ValueList<TemplateResult> Latest { get; init; } = [];

    /// <summary>What exhausted the failure budget; null while it is not exhausted.</summary>
    public string? ExhaustedBy { get; init; }

    /// <summary>This version after one more result.</summary>
    internal TemplateVersion With(TemplateResult result)
    {
        var latest = Latest.With(result);
        var window = Content.Budget?.OfLast ?? 1;
        return this with
        {
            Spent = Spent + 1,
            Latest = latest.Skip(Math.Max(0, latest.Count - window)).ToValueList(),
            ExhaustedBy = ExhaustedBy ?? Content.Budget?.ExhaustedBy(latest),
        };
    }
}
