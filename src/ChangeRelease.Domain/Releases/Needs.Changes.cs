using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <content>What is asked of the changes that a release carries.</content>
public static partial class Needs
{
    /// <summary>It is known how the carried changes stand (S-4).</summary>
    public static Requirement<ReleaseAttempt> ClearancesKnown { get; } =
        Need("release.changes.unknown", "It is known how every carried change stands.", attempt => attempt.Facts.Clearances is { } known && !attempt.Release.Content.Changes.Except(known.Select(clearance => clearance.Id)).Any())
            .CuredBy(Remedy.Do("Open the missing changes, or take them out of the release's scope"));

    /// <summary>Every carried change is authorized, so that it is known what is let go.</summary>
    public static Requirement<ReleaseAttempt> ChangesAuthorized { get; } =
        Need("release.changes.not-authorized", "Every carried change is authorized when the release is let go.", attempt => Carried(attempt).All(clearance => clearance.Content is not null))
            .Explains(attempt => Carried(attempt).Where(clearance => clearance.Content is null).Select(clearance => Why.Because($"The change {clearance.Id} is {clearance.Status}, and not authorized.")
                .CuredBy(Remedy.Do($"Authorize {clearance.Id}"), Remedy.Do($"Replan the release and take {clearance.Id} out of its scope"))))
            .After(ClearancesKnown);

    /// <summary>Every carried change may go out with the release.</summary>
    public static Requirement<ReleaseAttempt> ChangesCleared { get; } =
        Need("release.changes.not-cleared", "Every carried change is scheduled aboard the release, or being made.", attempt => Carried(attempt).All(clearance => clearance.IsCleared))
            .Explains(attempt => Carried(attempt).Where(clearance => !clearance.IsCleared).Select(clearance => Why.Because($"The change {clearance.Id} is {clearance.Status}, and not scheduled aboard the release for its slots.")
                .CuredBy(Remedy.Do($"Schedule {clearance.Id} aboard the release"), Remedy.Do($"Recall the release and take {clearance.Id} out of its scope"))))
            .After(ClearancesKnown);

    /// <summary>Every carried change is authorized as it was when the release was let go (S-23).</summary>
    public static Requirement<ReleaseAttempt> ChangesAsLetGo { get; } =
        Need("release.changes.differ", "Every carried change is authorized with what it said when the release was let go.", attempt => Carried(attempt).All(clearance => IsAsLetGo(attempt, clearance)))
            .Explains(attempt => Carried(attempt).Where(clearance => !IsAsLetGo(attempt, clearance)).Select(clearance => Differing(clearance, LetGo(attempt, clearance))))
            .After(ClearancesKnown);

    /// <summary>Every carried change permits the deployment: in the stage's environment, with what was let go, and, where the stage is the first there, now.</summary>
    public static Requirement<ReleaseAttempt> ChangesPermitted { get; } =
        Need("release.changes.not-permitted", "Every carried change permits the deployment: in the environment of the stage, with the content that was let go, and when it begins there.", attempt => !ChangePermits.Missing(attempt).Any())
            .Explains(ChangePermits.Missing)
            .After(ClearancesKnown);

    /// <summary>All that is asked of carried changes where something is deployed, for models of hosts: no stage begins without it.</summary>
    public static ValueList<Requirement<ReleaseAttempt>> ChangesGoingOut => [ChangesCleared, ChangesAsLetGo, ChangesPermitted];

    private static IEnumerable<Clearance> Carried(ReleaseAttempt attempt) => attempt.Facts.Clearances!.Where(clearance => attempt.Release.Content.Changes.Contains(clearance.Id));

    private static Digest? LetGo(ReleaseAttempt attempt, Clearance clearance) => attempt.Release.Carried.FirstOrDefault(carried => carried.Change == clearance.Id)?.Content;

    private static bool IsAsLetGo(ReleaseAttempt attempt, Clearance clearance) => clearance.Content is { } now && now == LetGo(attempt, clearance);

    private static Why Differing(Clearance clearance, Digest? letGo) => Why.Because((letGo, clearance.Content) switch
    {
        (_, null) => $"The change {clearance.Id} is {clearance.Status}, and not authorized now.",
        (null, _) => $"The change {clearance.Id} was not authorized when the release was let go.",
        _ => $"The change {clearance.Id} was amended and authorized anew since the release was let go.",
    })
        .Seeing("let go with", letGo?.Abbreviated)
        .Seeing("now", clearance.Content?.Abbreviated)
        .CuredBy(clearance.Content is null
            ? Remedy.Do($"Have {clearance.Id} authorized again")
            : Remedy.Do("Let the release go anew with what the change says now: recall it, or, when it is going out already, roll it forward"));
}
