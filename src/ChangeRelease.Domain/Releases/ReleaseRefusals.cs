using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>The refusals that come before any table is asked.</summary>
internal static class ReleaseRefusals
{
    public static SubjectRefusals Before { get; } = new("release", "Open", "opened", "a migration");
}
