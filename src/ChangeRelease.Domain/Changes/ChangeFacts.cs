using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Everything that a decision on a change may look at (S-2). What is missing is refused where it is needed (S-4).</summary>
public sealed record ChangeFacts
{
    /// <summary>Takes the two facts that every decision needs.</summary>
    /// <param name="stamp">When, who, and as which command.</param>
    /// <param name="models">The change models that the host knows.</param>
    public ChangeFacts(Stamp stamp, ChangeModelCatalog models)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(models);
        (Stamp, Models) = (stamp, models);
    }

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp { get; init; }

    /// <summary>The change models that the host knows.</summary>
    public ChangeModelCatalog Models { get; }

    /// <summary>The change calendar; null when it could not be looked up.</summary>
    public ChangeCalendar? Calendar { get; init; }

    /// <summary>The bookings of that calendar; null when they could not be looked up.</summary>
    public Bookings? Bookings { get; init; }

    /// <summary>Who is in which role; null when the directory did not answer.</summary>
    public DirectorySnapshot? Directory { get; init; }

    /// <summary>Whose approvals are needed; null when there is no policy.</summary>
    public ApprovalPolicy? Policy { get; init; }

    /// <summary>How changes are assessed, and who may authorize which risk; null when there is no scheme, and then nothing can be assessed (S-4).</summary>
    public AssessmentScheme? Scheme { get; init; }

    /// <summary>Which service depends on which; null when it could not be looked up.</summary>
    public ServiceGraph? ServiceGraph { get; init; }

    /// <summary>How changes like this one went; null when nobody counts.</summary>
    public SimilarChanges? Similar { get; init; }

    /// <summary>How the template stands that the content names; null when there is none.</summary>
    public TemplateStanding? Template { get; init; }

    /// <summary>What holds for the emergency; null when nothing is known.</summary>
    public EmergencyStanding? Emergency { get; init; }

    /// <summary>How the release stands that the change rides on; null when there is none.</summary>
    public CarrierStanding? Carrier { get; init; }

    /// <summary>How the change stands that reverses a repudiated one; null when there is none.</summary>
    public ReversalStanding? Reversal { get; init; }

    /// <summary>The hash of the latest record of the change's stream, that the decision is made on; null when it is not known.</summary>
    public Digest? ChainHead { get; init; }

    /// <summary>How the changes stand that the content depends on, itself or by way of others; null when they could not be looked up.</summary>
    public ValueList<DependencyStanding>? Dependencies { get; init; }

    /// <summary>The classes that the host says the change is of, beside its model: what freezes exempt (S-48). They are never taken from what the change says.</summary>
    public ValueList<ChangeClass> Classes { get; init; } = [];

    /// <summary>Whose it is, for rules whose scope names tenants (S-48); null where there is only one.</summary>
    public TenantId? Tenant { get; init; }

    /// <summary>What the host's own requirements look at, by typed keys.</summary>
    public FactSet Host { get; init; } = FactSet.None;

    /// <summary>The documents that the decision used, by name and version (S-6).</summary>
    internal ValueList<Fact> Basis => DecisionBasis.Of(
        ("calendar", Calendar?.ToString()),
        ("tzdb", Calendar?.ZoneDataVersion),
        ("directory", Directory?.Version),
        ("policy", Policy?.ToString()),
        ("assessment scheme", Scheme?.ToString()),
        ("services", ServiceGraph?.Version),
        ("similar changes", Similar?.ToString()),
        ("template", Template?.ToString()),
        ("carrier", Carrier?.ToString()),
        ("reversal", Reversal?.ToString()),
        ("dependencies", Dependencies is { Count: > 0 } reached ? reached.ToString() : null),
        ("classes", Classes.Count > 0 ? Classes.ToString() : null),
        ("emergency", Emergency?.ToString()))
        .With(Host.Recorded);
}
