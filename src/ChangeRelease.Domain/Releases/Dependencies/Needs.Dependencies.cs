using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <content>What is asked of what a release depends on, wherever it goes live (S-53).</content>
public static partial class Needs
{
    /// <summary>The requirements on what the release depends on, in the environment into which it goes next.</summary>
    public static DependencyNeeds<ReleaseAttempt> Dependencies { get; } = new(attempt => attempt.Dependencies);

    /// <summary>What its dependencies say that it brings is what it brings.</summary>
    public static Requirement<ReleaseAttempt> DependenciesOfThis { get; } =
        Need("release.dependency.of-other-content", "What its dependencies say that the release brings is what it brings.", attempt => !AttemptedDependencies.Differences(attempt).Any())
            .Explains(AttemptedDependencies.Differences)
            .CuredBy(Remedy.Do("Look up the dependencies of the present content"))
            .After(Dependencies.Known);

    /// <summary>Whoever excepts the release had no hand in it (S-8).</summary>
    public static Requirement<ReleaseAttempt> ExceptedByOthers { get; } =
        Need("release.dependency.own-exception", "Whoever excepts the release from a limit or lets a service go back had no hand in it.", attempt => !AttemptedDependencies.OwnExceptions(attempt).Any())
            .Explains(AttemptedDependencies.OwnExceptions)
            .CuredBy(Remedy.Do("Have somebody allow it by name who had no hand in the release"))
            .After(Dependencies.Known);

    /// <summary>All that is asked of dependencies, for models of hosts: no stage begins without it.</summary>
    public static ValueList<Requirement<ReleaseAttempt>> DependenciesMet => [.. Dependencies.All, DependenciesOfThis, ExceptedByOthers];
}
