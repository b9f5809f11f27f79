using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What an assessment found: how much the change touches, how great its risk is with every voice that spoke, and who may authorize it.</summary>
/// <param name="Impact">How much it touches.</param>
/// <param name="Risk">How likely it goes wrong, and how badly: the highest of all contributions.</param>
/// <param name="Reasoning">Why, in the assessor's words; may be empty.</param>
/// <param name="Assessor">Who assessed.</param>
public sealed record Assessment(Grade Impact, Grade Risk, string Reasoning, ActorId Assessor)
{
    /// <summary>Who may authorize; null when no scheme decided it, and then no policy names an authority for it (S-8).</summary>
    public AuthorityId? Authority { get; init; }

    /// <summary>The scheme that it was made under; null when none was asked for.</summary>
    public SchemeRef? Scheme { get; init; }

    /// <summary>How likely the assessor thought that it goes wrong; null when the scheme does not ask.</summary>
    public Grade? Likelihood { get; init; }

    /// <summary>What the assessor answered to the questions of the scheme.</summary>
    public ValueList<Answer> Answers { get; init; } = [];

    /// <summary>How the people stand whom it reaches; null when the scheme does not grade it.</summary>
    public OrganizationalScores? Organization { get; init; }

    /// <summary>Every voice on the risk, the assessor's own first; none lowers another.</summary>
    public ValueList<RiskContribution> Contributions { get; init; } = [];
}
