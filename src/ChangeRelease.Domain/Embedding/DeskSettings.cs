using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What a host settles once for its desks.</summary>
public sealed record DeskSettings
{
    /// <summary>Settings for one tenant.</summary>
    /// <param name="tenant">The tenant; the desks see nothing of any other.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tenant"/> is null.</exception>
    public DeskSettings(TenantId tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        Tenant = tenant;
    }

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>The change models; the built-in ones unless others are given.</summary>
    public ChangeModelCatalog ChangeModels { get; init; } = ChangeModelCatalog.BuiltIn;

    /// <summary>The release models, the last one to open under; the built-in one unless others are given.</summary>
    public ValueList<ReleaseModel> ReleaseModels { get; init; } = [Releases.ReleaseModels.Ordinary];

    /// <summary>The template models, the last one to propose under; the built-in one unless others are given.</summary>
    public ValueList<TemplateModel> TemplateModels { get; init; } = [Changes.TemplateModels.Ordinary];

    /// <summary>The meeting models, the last one to plan under; the built-in one unless others are given.</summary>
    public ValueList<MeetingModel> MeetingModels { get; init; } = [Changes.MeetingModels.Ordinary];

    /// <summary>The maps by which releases may be moved from one release model to another; none unless they are given (S-13).</summary>
    public MigrationCatalog ReleaseMigrations { get; init; } = MigrationCatalog.None;

    /// <summary>Where the zones of trains' timetables are looked up; the tz database that NodaTime brings unless another is given. Give the one that your calendar is defined with.</summary>
    public IDateTimeZoneProvider Zones { get; init; } = DateTimeZoneProviders.Tzdb;

    /// <summary>Where what is refused is written down; nowhere unless it is given.</summary>
    public IAttemptLog? AttemptLog { get; init; }

    /// <summary>Whether a desk for releases tells the changes aboard by itself (<see cref="ReleaseDesk.TellAsync"/>): after each command on the release, whatever became of it, so that what a crash left untold is told at the next one. It does not unless said otherwise.</summary>
    public bool TellsChanges { get; init; }

    /// <summary>How long a slot, or a use of a template, stays held for a holder that has not taken it up; five minutes unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive: no slot could ever be taken up.</exception>
    public Duration HoldStands
    {
        get;
        init => field = value > Duration.Zero ? value : throw new ArgumentOutOfRangeException(nameof(HoldStands), value, "A hold must stand for some time.");
    }

    = Duration.FromMinutes(5);

    /// <summary>How often a command is decided again when somebody else was faster; ten times unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than one.</exception>
    public int Attempts
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Attempts), value, "A command is decided at least once.");
    }

    = 10;
}
