using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>A template as its events made it (S-6): what authorizes standard and pre-approved changes, while it holds (S-30).</summary>
public sealed record ChangeTemplate
{
    private ChangeTemplate()
    {
    }

    /// <summary>The template's name.</summary>
    public required TemplateId Id { get; init; }

    /// <summary>How many events made it.</summary>
    public long Version { get; init; }

    /// <summary>The definition it lives under (S-13).</summary>
    public required LifecycleRef Model { get; init; }

    /// <summary>The state of the version that is being worked on.</summary>
    public required State Status { get; init; }

    /// <summary>What the version says that is being worked on, or, when none is, the latest published one.</summary>
    public required TemplateContent Content { get; init; }

    /// <summary>The digest of its material content: what votes name (S-23).</summary>
    public required Digest Digest { get; init; }

    /// <summary>Where it stands: what definitions need to know of it (S-13).</summary>
    public Standing Standing => new(Model, Status, Version);

    /// <summary>Who proposed it.</summary>
    public required Actor Proposer { get; init; }

    /// <summary>Everyone who had a hand in any of its versions (S-24).</summary>
    public required Contributors Contributors { get; init; }

    /// <summary>The votes that stand.</summary>
    public ValueList<Vote> Votes { get; init; } = [];

    /// <summary>The published versions, oldest first.</summary>
    public ValueList<TemplateVersion> Versions { get; init; } = [];

    /// <summary>Whether what was published is out of force for the time being.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>The uses of changes that are not over, in the order in which they were taken.</summary>
    public ValueList<TemplateUse> Uses { get; init; } = [];

    /// <summary>The instant of the latest event; later events are not earlier (S-73).</summary>
    public required Instant LastAt { get; init; }

    /// <summary>The commands that took effect (S-5).</summary>
    public required AppliedCommands Applied { get; init; }

    /// <summary>The latest published version, in force or not; null when there is none.</summary>
    public TemplateVersion? Latest => Versions.Count > 0 ? Versions[^1] : null;

    /// <summary>Whether the template is over.</summary>
    public bool IsRetired => Status.Phase == Phase.Ended;

    /// <summary>The version that new changes are submitted under, unless it has expired or is exhausted; null when none is in force.</summary>
    public TemplateVersion? InForce => IsSuspended || IsRetired ? null : Latest;

    /// <summary>A published version.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The version, or null when there is none of that number.</returns>
    public TemplateVersion? Published(int number) => number >= 1 && number <= Versions.Count ? Versions[number - 1] : null;

    /// <summary>The number of the later version whose publishing ended a version; null when changes under that one may go on (S-31).</summary>
    internal int? EndOf(TemplateVersion version) =>
        Versions.FirstOrDefault(later => later.Number > version.Number && later.Content.EarlierVersions == EarlierVersions.FallBack)?.Number;

    /// <summary>Makes a template from its events.</summary>
    /// <param name="events">All events of one template, in order.</param>
    /// <returns>The template, or null when there are no events.</returns>
    /// <exception cref="InvalidOperationException">The events are not one template's history.</exception>
    public static ChangeTemplate? Fold(IEnumerable<TemplateEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Aggregate<TemplateEvent, ChangeTemplate?>(null, Fold);
    }

    /// <summary>Makes the template after one more event; it looks at nothing but the two (S-6).</summary>
    /// <param name="template">The template before; null before the first event.</param>
    /// <param name="happened">The event.</param>
    /// <returns>The template after it.</returns>
    /// <exception cref="InvalidOperationException">The first event does not propose a template, or a later one does.</exception>
    public static ChangeTemplate Fold(ChangeTemplate? template, TemplateEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var next = (template, happened) switch
        {
            (null, TemplateProposed proposed) => Proposed(proposed),
            (not null, not TemplateProposed) => TemplateFold.Apply(template, happened),
            _ => throw new InvalidOperationException("A template's history begins with its being proposed, and has no other beginning."),
        };
        return next with
        {
            Version = next.Version + 1,
            Status = happened.Header.Status,
            Digest = happened.Header.Content,
            LastAt = happened.Header.Stamp.At,
            Applied = next.Applied.With(happened.Header.Stamp.Command, happened.Header.Command),
        };
    }

    private static ChangeTemplate Proposed(TemplateProposed proposed) => new()
    {
        Id = proposed.Id,
        Model = proposed.Model,
        Status = proposed.Header.Status,
        Content = proposed.Content,
        Digest = proposed.Header.Content,
        Proposer = proposed.Header.Stamp.Actor,
        Contributors = Contributors.None.With(proposed.Header.Stamp.Actor, "proposer"),
        LastAt = proposed.Header.Stamp.At,
        Applied = AppliedCommands.None,
    };
}
