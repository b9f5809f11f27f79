using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>How a host assesses its changes: what is asked, how it is graded, and who may authorize which risk. Verified when it is built.</summary>
/// <remarks>It is immutable and may be asked from any number of threads. The assessor's own judgement is always one voice; the parts of the scheme are the others.</remarks>
public sealed class AssessmentScheme
{
    private readonly AssessmentDraft _parts;

    private AssessmentScheme(SchemeRef reference, AssessmentDraft parts) => (Reference, _parts) = (reference, parts);

    /// <summary>The plainest scheme: the assessor's own judgement alone decides, and <see cref="AuthorityTable.Plain"/> says who may authorize.</summary>
    public static AssessmentScheme Plain { get; } = Define(new SchemeId("plain"), version: 1, new AssessmentDraft());

    /// <summary>Id and version, as decisions record them.</summary>
    public SchemeRef Reference { get; }

    /// <summary>Who may authorize, by risk.</summary>
    public AuthorityTable Authorities => _parts.Authorities;

    /// <summary>The risk by impact and likelihood; null when the scheme does not ask for a likelihood.</summary>
    public RiskMatrix? Matrix => _parts.Matrix;

    /// <summary>What assessors are asked, for the rules and the questionnaire.</summary>
    public ValueList<Question> Questions => _parts.Questions;

    /// <summary>The risk by conditions; null when there are no rules.</summary>
    public RuleTable? Rules => _parts.Rules;

    /// <summary>The risk by weighted answers; null when none are weighed.</summary>
    public Questionnaire? Questionnaire => _parts.Questionnaire;

    /// <summary>The risk by how similar changes went; null when it does not count.</summary>
    public HistoryScale? History => _parts.History;

    /// <summary>The risk by the services that depend on those affected; null when it does not count.</summary>
    public BlastRadius? BlastRadius => _parts.BlastRadius;

    /// <summary>The risk that people bring; null when it is not asked for.</summary>
    public OrganizationalScale? Organization => _parts.Organization;

    /// <summary>Builds a scheme.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="version">Which version of it this is; at least 1.</param>
    /// <param name="draft">Its parts.</param>
    /// <returns>The scheme.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is below 1.</exception>
    /// <exception cref="AssessmentDefinitionException">The parts have faults; it lists all of them.</exception>
    public static AssessmentScheme Define(SchemeId id, int version, AssessmentDraft draft)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentNullException.ThrowIfNull(draft);
        var (reference, faults) = (new SchemeRef(id, version), AssessmentVerification.Of(draft));
        return faults.Count > 0 ? throw new AssessmentDefinitionException($"assessment scheme '{reference}'", faults) : new AssessmentScheme(reference, draft);
    }

    /// <summary>Name and version, as decisions record them.</summary>
    /// <returns>For example <c>house@3</c>.</returns>
    public override string ToString() => Reference.ToString();

    /// <summary>What each part of the scheme says; everything that it asks for must be there.</summary>
    internal IEnumerable<RiskContribution> Voices(AssessmentCase at) =>
    [
        .. Of(Matrix, matrix => [new RiskContribution(RiskSource.Matrix, matrix.For(at.Said.Impact, at.Said.Likelihood!.Value), $"impact {at.Said.Impact} and likelihood {at.Said.Likelihood}")]),
        .. Of(Rules, rules => rules.Voices(at.ForRules())),
        .. Of(Questionnaire, questionnaire => [questionnaire.Voice(at.Said.Answers)]),
        .. Of(History, history => [history.Voice(at.Similar!)]),
        .. Of(BlastRadius, radius => [radius.Voice(at.Graph!, at.Content.Services)]),
        .. Of(Organization, organization => organization.Voices(at.Said.Organization!)),
    ];

    private static IEnumerable<RiskContribution> Of<T>(T? part, Func<T, IEnumerable<RiskContribution>> speak)
        where T : class =>
        part is null ? [] : speak(part);
}
