using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>One thing that is asked of a plan, and that could be taken back.</summary>
public sealed record PlanningConstraint
{
    private readonly Func<PlanningDraft, PlanningDraft> _without;

    internal PlanningConstraint(PlanningConstraintKind kind, string name, string sentence, string remedy, Func<PlanningDraft, PlanningDraft> without) =>
        (Kind, Name, Sentence, Remedy, _without) = (kind, name, sentence, Foundation.Remedy.Do(remedy), without);

    /// <summary>What kind of thing.</summary>
    public PlanningConstraintKind Kind { get; }

    /// <summary>The item, resource, dependency or rule that it belongs to.</summary>
    public string Name { get; }

    /// <summary>What is asked, as a sentence.</summary>
    public string Sentence { get; }

    /// <summary>What to do to take it back.</summary>
    public Remedy Remedy { get; }

    /// <summary>The draft without it; for <see cref="PlanningConstraintKind.Horizon"/>, which cannot be left away, the draft with twice the horizon.</summary>
    /// <param name="draft">A draft that has it.</param>
    /// <returns>Another draft.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="draft"/> is null.</exception>
    public PlanningDraft Without(PlanningDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return _without(draft);
    }

    /// <summary>Whether both are the same thing asked.</summary>
    /// <param name="other">The other.</param>
    /// <returns>True when kind, name and sentence are equal.</returns>
    public bool Equals(PlanningConstraint? other) => other is not null && (Kind, Name, Sentence) == (other.Kind, other.Name, other.Sentence);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Name, Sentence);

    /// <summary>What is asked.</summary>
    /// <returns><see cref="Sentence"/>.</returns>
    public override string ToString() => Sentence;
}
