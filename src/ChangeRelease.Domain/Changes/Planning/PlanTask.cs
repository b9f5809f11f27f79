using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>One task of a plan. Only its name is always known; every part of it is material (S-23).</summary>
public sealed record PlanTask
{
    /// <summary>The greatest number of UTF-16 characters that a text of a task may have.</summary>
    public const int MaximumTextLength = 1_000;

    /// <summary>The greatest number of services that one task may take down.</summary>
    public const int MostOutages = 100;

    /// <summary>Takes what is to be done.</summary>
    /// <param name="name">What is to be done; not blank, at most <see cref="MaximumTextLength"/> characters. Blanks at both ends are dropped.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank, too long, or holds half a surrogate pair.</exception>
    public PlanTask(string name)
    {
        Name = Bounded(name, nameof(name));
        ArgumentException.ThrowIfNullOrEmpty(Name, nameof(name));
    }

    // What is written down says everything: a part that is left out is not taken for one that is not there.
    [JsonConstructor]
    internal PlanTask(string name, TaskOwner? owner, Duration? length, bool isPointOfNoReturn, ValueList<Outage> outages, string evidence)
        : this(name) => (Owner, Length, IsPointOfNoReturn, Outages, Evidence) = (owner, length, isPointOfNoReturn, outages, evidence);

    /// <summary>What is to be done, and what the task is called when it is recorded as done. In Unicode normal form C.</summary>
    public string Name { get; }

    /// <summary>Who answers for it; null when nobody in particular does.</summary>
    public TaskOwner? Owner { get; init; }

    /// <summary>How long it takes, at least a microsecond and at most 36,525 days; null when that is not stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is shorter or longer than that.</exception>
    public Duration? Length { get; init => field = value is { } length ? PlanLength.Checked(length, nameof(Length)) : null; }

    /// <summary>Whether the change cannot be undone any more once this is done: from then on the way is forward.</summary>
    public bool IsPointOfNoReturn { get; init; }

    /// <summary>Which services are expected to be down, and for how long; each service once.</summary>
    /// <exception cref="ArgumentException">A service is named twice, or there are more than <see cref="MostOutages"/>.</exception>
    public ValueList<Outage> Outages { get; init => field = Checked(value, nameof(Outages)); } = [];

    /// <summary>What must show that it was done, at most <see cref="MaximumTextLength"/> characters; empty when nothing needs to. In Unicode normal form C.</summary>
    /// <exception cref="ArgumentException">The value is too long, or holds half a surrogate pair.</exception>
    public string Evidence { get; init => field = Bounded(value, nameof(Evidence)); } = string.Empty;

    internal bool DemandsEvidence => Evidence.Length > 0;

    /// <summary>The name, with what is known beside it.</summary>
    /// <returns>For example <c>Switch over (ivan, 10 min, point of no return)</c>.</returns>
    public override string ToString()
    {
        string?[] parts = [Owner?.ToString(), Length?.ToText(), IsPointOfNoReturn ? "point of no return" : null, Outages.Count > 0 ? $"down: {string.Join(", ", Outages)}" : null];
        var known = string.Join(", ", parts.OfType<string>());
        return known.Length > 0 ? $"{Name} ({known})" : Name;
    }

    private static string Bounded(string? value, string parameter) => Text.Canonical(value, parameter).Trim() is { Length: <= MaximumTextLength } text
        ? text
        : throw new ArgumentException($"A text of a task has at most {MaximumTextLength} characters.", parameter);

    private static ValueList<Outage> Checked(ValueList<Outage> outages, string parameter) => outages switch
    {
        { Count: > MostOutages } => throw new ArgumentException($"A task takes down at most {MostOutages} services.", parameter),
        _ when outages.DistinctBy(outage => outage.Service).Count() < outages.Count => throw new ArgumentException("A task names each service that it takes down once.", parameter),
        _ => outages,
    };
}
