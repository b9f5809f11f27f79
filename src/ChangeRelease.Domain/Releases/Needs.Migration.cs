using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <content>What moving a release to another definition asks for; no table does (S-13).</content>
public static partial class Needs
{
    /// <summary>The requirements on the way to the other definition.</summary>
    public static MigrationNeeds<ReleaseAttempt> Migration { get; } = new("release", ReleaseMigration.CaseOf);

    /// <summary>The requirements on who moves a release to another definition.</summary>
    public static ProcessOwnerNeeds<ReleaseAttempt> MigratedBy { get; } =
        new("release", "migration", attempt => attempt.Stamp, attempt => attempt.Facts.Directory, attempt => attempt.Release.Contributors);
}
