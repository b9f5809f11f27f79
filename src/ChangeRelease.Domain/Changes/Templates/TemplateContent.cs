using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What a template says: what changes it authorizes, and within which bounds; texts are kept in Unicode normal form C.</summary>
/// <remarks>Title and notes are immaterial; every other field is material: votes are bound to it (S-23).</remarks>
public sealed record TemplateContent
{
    /// <summary>What the template is called. Immaterial.</summary>
    public string Title { get; init => field = Text.Canonical(value, nameof(Title)); } = string.Empty;

    /// <summary>Remarks. Immaterial.</summary>
    public string Notes { get; init => field = Text.Canonical(value, nameof(Notes)); } = string.Empty;

    /// <summary>The services that changes under it may affect; none means no change.</summary>
    public ValueList<ServiceId> Services { get; init; } = [];

    /// <summary>The environments that they may be made in; none means no change.</summary>
    public ValueList<EnvironmentId> Environments { get; init; } = [];

    /// <summary>The highest risk that they may have; null when not said yet.</summary>
    public Grade? RiskCeiling { get; init; }

    /// <summary>How they are made; a change under the template says the same.</summary>
    public ChangePlan ImplementationPlan { get; init; } = ChangePlan.Empty;

    /// <summary>How they are tested; a change under the template says the same.</summary>
    public ChangePlan TestPlan { get; init; } = ChangePlan.Empty;

    /// <summary>How they are undone; a change under the template says the same.</summary>
    public ChangePlan RemediationPlan { get; init; } = ChangePlan.Empty;

    /// <summary>What each change fills in, and within which bounds.</summary>
    public ValueList<TemplateParameter> Parameters { get; init; } = [];

    /// <summary>How long a version authorizes after it was published; null when not said yet. At its end it authorizes no longer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public Duration? Validity
    {
        get;
        init => field = value is { } given && given <= Duration.Zero ? throw new ArgumentOutOfRangeException(nameof(Validity), value, "A template must hold for some time.") : value;
    }

    /// <summary>How many changes one version may authorize; null when they are not limited.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than one.</exception>
    public int? MaximumUses
    {
        get;
        init => field = value is < 1 ? throw new ArgumentOutOfRangeException(nameof(MaximumUses), value, "A template that is never used authorizes nothing.") : value;
    }

    /// <summary>How much may go wrong; null when not said yet.</summary>
    public FailureBudget? Budget { get; init; }

    /// <summary>What becomes of changes in flight under earlier versions when this one is published.</summary>
    public EarlierVersions EarlierVersions { get; init; } = EarlierVersions.FallBack;

    /// <summary>A change's content with everything that it takes over from the template: the plans, and the template's name.</summary>
    /// <param name="template">The template that says this.</param>
    /// <param name="change">What the change says of its own.</param>
    /// <returns>A new content.</returns>
    public ChangeContent FillIn(TemplateId template, ChangeContent change)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(change);
        return change with
        {
            Template = template,
            ImplementationPlan = ImplementationPlan,
            TestPlan = TestPlan,
            RemediationPlan = RemediationPlan,
        };
    }
}
