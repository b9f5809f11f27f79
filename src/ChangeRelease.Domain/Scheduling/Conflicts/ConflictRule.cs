using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>One rule about which work is in the way of which (S-50). It says whether it refuses or warns; nothing is hard or soft by itself.</summary>
/// <remarks>A rule may be made wrong; what is wrong is found, all at once, when a policy is defined.</remarks>
public sealed record ConflictRule
{
    private ConflictRule(ConflictRuleKind kind, RuleId id, ConflictSeverity severity)
    {
        ArgumentNullException.ThrowIfNull(id);
        (Kind, Id, Severity) = (kind, id, severity);
    }

    /// <summary>The rule's name, unique in its policy.</summary>
    public RuleId Id { get; }

    /// <summary>What it is about.</summary>
    public ConflictRuleKind Kind { get; }

    /// <summary>Whether a conflict refuses or warns.</summary>
    public ConflictSeverity Severity { get; }

    /// <summary>How much time must lie between the end of one and the start of the next; exactly so much is enough. Zero, as it is unless stated, lets them touch (S-40).</summary>
    public Duration Gap { get; init; }

    /// <summary>How many may be at work at once; 1 unless stated. More than one is for work with the same service, person, environment, or key.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>Which targets the rule is about; everything unless stated. It is for rules about services only.</summary>
    public Scope About { get; init; } = Scope.Everything;

    /// <summary>The least number of dependencies between two services that the rule is about; 1 is direct. Only for related services.</summary>
    public int Nearest { get; private init; } = 1;

    /// <summary>The greatest number of dependencies between two services that the rule is about. Only for related services.</summary>
    public int Farthest { get; private init; } = 1;

    /// <summary>The key of a limit, or of one side of an exclusion; null otherwise.</summary>
    public ConflictKey? Key { get; private init; }

    /// <summary>The key of the other side of an exclusion; null otherwise.</summary>
    public ConflictKey? OtherKey { get; private init; }

    /// <summary>Two at work on the same service in the same environment.</summary>
    /// <param name="id">The rule's name.</param>
    /// <param name="severity">Whether it refuses or warns.</param>
    /// <returns>The rule.</returns>
    public static ConflictRule SameService(RuleId id, ConflictSeverity severity) => new(ConflictRuleKind.SameService, id, severity);

    /// <summary>Two at work, in the same environment, on services of which one depends on the other: parents and children in the graph.</summary>
    /// <param name="id">The rule's name.</param>
    /// <param name="severity">Whether it refuses or warns.</param>
    /// <param name="farthest">The greatest number of dependencies between them; 1 is direct.</param>
    /// <param name="nearest">The least number of dependencies between them, so that another rule can be about those that are nearer.</param>
    /// <returns>The rule.</returns>
    public static ConflictRule RelatedServices(RuleId id, ConflictSeverity severity, int farthest = 1, int nearest = 1) =>
        new(ConflictRuleKind.RelatedServices, id, severity) { Farthest = farthest, Nearest = nearest };

    /// <summary>A person at work twice at a time.</summary>
    /// <param name="id">The rule's name.</param>
    /// <param name="severity">Whether it refuses or warns.</param>
    /// <returns>The rule.</returns>
    public static ConflictRule SamePerson(RuleId id, ConflictSeverity severity) => new(ConflictRuleKind.SamePerson, id, severity);

    /// <summary>More at work in an environment than it holds at once, whatever the services.</summary>
    /// <param name="id">The rule's name.</param>
    /// <param name="severity">Whether it refuses or warns.</param>
    /// <param name="atOnce">How many it holds.</param>
    /// <returns>The rule.</returns>
    public static ConflictRule SameEnvironment(RuleId id, ConflictSeverity severity, int atOnce) =>
        new(ConflictRuleKind.SameEnvironment, id, severity) { AtOnce = atOnce };

    /// <summary>One that has an environment to itself, and another in it.</summary>
    /// <param name="id">The rule's name.</param>
    /// <param name="severity">Whether it refuses or warns.</param>
    /// <returns>The rule.</returns>
    public static ConflictRule ExclusiveEnvironment(RuleId id, ConflictSeverity severity) => new(ConflictRuleKind.ExclusiveEnvironment, id, severity);

    /// <summary>Two that exclude each other by name: by holder, class, service, environment or person.</summary>
    /// <param name="id">The rule's name.</param>
    /// <param name="severity">Whether it refuses or warns.</param>
    /// <param name="one">One side.</param>
    /// <param name="other">The other side.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException">A key is null.</exception>
    public static ConflictRule Exclusion(RuleId id, ConflictSeverity severity, ConflictKey one, ConflictKey other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new ConflictRule(ConflictRuleKind.Exclusion, id, severity) { Key = one, OtherKey = other };
    }

    /// <summary>More at work with a key than may be at once.</summary>
    /// <param name="id">The rule's name.</param>
    /// <param name="severity">Whether it refuses or warns.</param>
    /// <param name="key">The key.</param>
    /// <param name="atOnce">How many may be.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public static ConflictRule Limit(RuleId id, ConflictSeverity severity, ConflictKey key, int atOnce)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new ConflictRule(ConflictRuleKind.Limit, id, severity) { Key = key, AtOnce = atOnce };
    }

    /// <summary>Name, severity and what it forbids.</summary>
    /// <returns>For example <c>people (hard): more than 1 at once of a person, less than 30 min apart</c>.</returns>
    public override string ToString() => $"{Id} ({(Severity == ConflictSeverity.Hard ? "hard" : "soft")}): {Words}{(Gap > Duration.Zero ? $", less than {Gap.ToText()} apart" : string.Empty)}";

    internal long GapInMicroseconds => Microseconds.Of(Gap);

    private string Many => FormattableString.Invariant($"more than {AtOnce}");

    private string Words => Kind switch
    {
        ConflictRuleKind.SameService => $"{Many} at once on a service, about {About}",
        ConflictRuleKind.RelatedServices => FormattableString.Invariant($"two on services {Nearest} to {Farthest} dependencies apart, about {About}"),
        ConflictRuleKind.SamePerson => $"{Many} at once of a person",
        ConflictRuleKind.SameEnvironment => $"{Many} at once in an environment",
        ConflictRuleKind.ExclusiveEnvironment => "another where one has the environment to itself",
        ConflictRuleKind.Exclusion => $"{Key} with {OtherKey}",
        _ => $"{Many} at once of {Key}",
    };

    internal void WriteTo(CanonicalText text) => text
        .Field("rule", Kind.ToString())
        .Field("id", Id.Value)
        .Field("severity", Severity.ToString())
        .Field("gap", FormattableString.Invariant($"{GapInMicroseconds}"))
        .Field("at-once", CanonicalText.Show(AtOnce))
        .Field("about", About.Canonical)
        .Field("steps", FormattableString.Invariant($"{Nearest}..{Farthest}"))
        .Field("key", Key?.Canonical ?? "-")
        .Field("other-key", OtherKey?.Canonical ?? "-");
}
