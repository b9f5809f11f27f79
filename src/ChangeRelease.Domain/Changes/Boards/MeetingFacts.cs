using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Everything that a decision on a meeting may look at (S-2). What is missing is refused where it is needed (S-4).</summary>
public sealed record MeetingFacts
{
    /// <summary>Takes the two facts that every decision needs.</summary>
    /// <param name="stamp">When, who, and as which command.</param>
    /// <param name="models">The meeting models that the host knows; the last one is the one to plan under.</param>
    /// <exception cref="ArgumentException">There is no model.</exception>
    public MeetingFacts(Stamp stamp, ValueList<MeetingModel> models)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(models);
        (Stamp, Models) = models.Count > 0
            ? (stamp, models)
            : throw new ArgumentException("Meetings live under a model, and none is given.", nameof(models));
    }

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp { get; init; }

    /// <summary>The meeting models that the host knows; the last one is the one to plan under.</summary>
    public ValueList<MeetingModel> Models { get; }

    /// <summary>Who is in which role, and which boards there are; null when the directory did not answer.</summary>
    public DirectorySnapshot? Directory { get; init; }

    /// <summary>What the change says that the board decides on; null when nobody asked it.</summary>
    public BoardAnswer? Answer { get; init; }

    /// <summary>The later meeting that an item is put off to; null when there is none of that name.</summary>
    public BoardMeeting? Later { get; init; }

    /// <summary>What the host's own requirements look at, by typed keys.</summary>
    public FactSet Host { get; init; } = FactSet.None;

    /// <summary>The documents that the decision used, by name and version (S-6).</summary>
    internal ValueList<Fact> Basis => DecisionBasis.Of(
        ("directory", Directory?.Version),
        ("later meeting", Later is { } later ? FormattableString.Invariant($"{later.Id}@{later.Version}") : null))
        .With(Host.Recorded);
}
