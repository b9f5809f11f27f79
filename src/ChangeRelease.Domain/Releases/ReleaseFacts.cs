using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Everything that a decision on a release may look at (S-2). What is missing is refused where it is needed (S-4).</summary>
public sealed record ReleaseFacts
{
    /// <summary>Takes the two facts that every decision needs.</summary>
    /// <param name="stamp">When, who, and as which command.</param>
    /// <param name="models">The release models that the host knows; the last one is the one to open under.</param>
    /// <exception cref="ArgumentException">There is no model.</exception>
    public ReleaseFacts(Stamp stamp, ValueList<ReleaseModel> models)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(models);
        (Stamp, Models) = models.Count > 0
            ? (stamp, models)
            : throw new ArgumentException("Releases live under a model, and none is given.", nameof(models));
    }

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp { get; init; }

    /// <summary>The release models that the host knows; the last one is the one to open under.</summary>
    public ValueList<ReleaseModel> Models { get; }

    /// <summary>The maps by which releases may be moved from one model to another; none unless they are given (S-13).</summary>
    public MigrationCatalog Migrations { get; init; } = MigrationCatalog.None;

    /// <summary>The change calendar; null when it could not be looked up.</summary>
    public ChangeCalendar? Calendar { get; init; }

    /// <summary>The bookings of that calendar; null when they could not be looked up.</summary>
    public Bookings? Bookings { get; init; }

    /// <summary>Who is in which role; null when the directory did not answer.</summary>
    public DirectorySnapshot? Directory { get; init; }

    /// <summary>Whose approvals are needed; null when there is no policy.</summary>
    public ApprovalPolicy? Policy { get; init; }

    /// <summary>How the carried changes stand; null when they could not be looked up.</summary>
    public ValueList<Clearance>? Clearances { get; init; }

    /// <summary>The environments that a package passes before production; null when they could not be looked up.</summary>
    public PromotionPath? Promotion { get; init; }

    /// <summary>What is held of the environments in their own ledgers; none of those that the release does not book in, and null when they could not be looked up.</summary>
    public ValueList<EnvironmentPlaces>? Places { get; init; }

    /// <summary>The versions that serve the release's environments now, its own among them; null when they could not be looked up.</summary>
    public ValueList<ActiveVersion>? Active { get; init; }

    /// <summary>What the release depends on, and what runs where it goes; null when it could not be looked up.</summary>
    public KnownDependencies? Dependencies { get; init; }

    /// <summary>The classes that the host says the release is of, beside its type: what freezes exempt (S-48).</summary>
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
        ("classes", Classes.Count > 0 ? Classes.ToString() : null),
        ("changes", Clearances?.ToString()),
        ("promotion", Promotion is { Steps.Count: > 0 } ? Promotion.ToString() : null),
        ("active", Active is { Count: > 0 } ? Active.ToString() : null),
        ("places", Places is { Count: > 0 } ? Places.ToString() : null),
        ("dependencies", Dependencies?.Recorded))
        .With(Host.Recorded);
}
