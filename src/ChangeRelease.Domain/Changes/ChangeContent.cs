using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What a change request says; texts are kept in Unicode normal form C.</summary>
/// <remarks>Title, notes and tags may be edited at any time; every other field is material: votes are bound to it (S-23).</remarks>
public sealed record ChangeContent
{
    /// <summary>The greatest number of changes that one may depend on itself.</summary>
    public const int MostDependencies = 100;

    /// <summary>What the change is called. Immaterial.</summary>
    public string Title { get; init => field = Text.Canonical(value, nameof(Title)); } = string.Empty;

    /// <summary>Remarks. Immaterial.</summary>
    public string Notes { get; init => field = Text.Canonical(value, nameof(Notes)); } = string.Empty;

    /// <summary>Words to find it by. Immaterial.</summary>
    public ValueList<string> Tags { get; init => field = value.Select(tag => Text.Canonical(tag, nameof(Tags))).ToValueList(); } = [];

    /// <summary>Why the change is wanted.</summary>
    public string Justification { get; init => field = Text.Canonical(value, nameof(Justification)); } = string.Empty;

    /// <summary>How much the requester thinks that it touches; null when not said. The assessed impact counts once there is one.</summary>
    public Grade? RequestedImpact { get; init => field = Grades.Checked(value, nameof(RequestedImpact)); }

    /// <summary>How little it can wait; null when not said.</summary>
    public Grade? Urgency { get; init => field = Grades.Checked(value, nameof(Urgency)); }

    /// <summary>The services it affects.</summary>
    public ValueList<ServiceId> Services { get; init; } = [];

    /// <summary>The environments it is made in.</summary>
    public ValueList<EnvironmentId> Environments { get; init; } = [];

    /// <summary>How it is made, task by task; people who own a task make it and cannot approve it (S-24).</summary>
    public ChangePlan ImplementationPlan { get; init => field = Given(value, nameof(ImplementationPlan)); } = ChangePlan.Empty;

    /// <summary>How it is tested, task by task.</summary>
    public ChangePlan TestPlan { get; init => field = Given(value, nameof(TestPlan)); } = ChangePlan.Empty;

    /// <summary>How it is undone when it goes wrong: the remediation, or back-out, plan, task by task; people who own a task cannot approve the change (S-24).</summary>
    public ChangePlan RemediationPlan { get; init => field = Given(value, nameof(RemediationPlan)); } = ChangePlan.Empty;

    /// <summary>Who makes it; none of them may approve it (S-24).</summary>
    public ValueList<ActorId> Implementers { get; init; } = [];

    /// <summary>How long preparing, working and backing out take; null when not known yet.</summary>
    public Effort? Effort { get; init; }

    /// <summary>The incident that an emergency answers; null when there is none.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>The template that a standard or pre-approved change follows; null when there is none.</summary>
    public TemplateId? Template { get; init; }

    /// <summary>The changes that must be made before this one starts; at most <see cref="MostDependencies"/>.</summary>
    /// <exception cref="ArgumentException">There are more.</exception>
    public ValueList<ChangeId> DependsOn { get; init => field = Bounded(value, nameof(DependsOn)); } = [];

    /// <summary>The change that this one undoes, for example because it was repudiated (S-33); null when it undoes none.</summary>
    public ChangeId? Reverses { get; init; }

    /// <summary>What the change fills in for the parameters of its template; nothing when it follows none.</summary>
    public Arguments TemplateArguments { get; init; } = Arguments.None;

    /// <summary>When the change may be made; slots outside need an amendment (S-23).</summary>
    public ValueList<Slot> AcceptableTimes { get; init; } = [];

    /// <summary>Impact and risk as assessed; null until then.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>What was done already, for a retrospective change; null for every other.</summary>
    public Deed? Deed { get; init; }

    /// <summary>What the change is made on: each service in each environment.</summary>
    internal ValueList<Target> Targets => TargetsOf(null);

    /// <summary>The same, named as those of a tenant.</summary>
    internal ValueList<Target> TargetsOf(TenantId? tenant) =>
        Services.SelectMany(service => Environments.Select(environment => new Target(service, environment) { Tenant = tenant })).Distinct().ToValueList();

    internal ChangePlan PlanFor(PlanKind plan) => plan switch
    {
        PlanKind.Implementation => ImplementationPlan,
        PlanKind.Test => TestPlan,
        _ => RemediationPlan,
    };

    private static ValueList<ChangeId> Bounded(ValueList<ChangeId>? changes, string parameter) => changes switch
    {
        null => throw new ArgumentNullException(parameter),
        { Count: > MostDependencies } => throw new ArgumentException($"A change depends on at most {MostDependencies} others.", parameter),
        _ => changes,
    };

    private static ChangePlan Given(ChangePlan? plan, string parameter) => plan ?? throw new ArgumentNullException(parameter);
}
