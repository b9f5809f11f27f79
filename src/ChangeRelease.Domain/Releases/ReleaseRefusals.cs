using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>The refusals that come before any table is asked.</summary>
internal static class ReleaseRefusals
{
    public static Refusal Missing(ReleaseCommand command) => Refusal.Of(
        "release.request.missing",
        "The release exists.",
        Why.Because($"There is no release that {command.Trigger?.Value ?? "a migration"} could be taken on.").CuredBy(Remedy.Do("Open the release first, or check its name")));

    public static Refusal Exists(Release release) => Refusal.Of(
        "release.request.exists",
        "The release does not exist yet.",
        Why.Because($"The release {release.Id} was opened before.").Seeing("state", release.Status).CuredBy(Remedy.Do("Open the release under another name")));

    public static Refusal Reused(CommandId command) => Refusal.Of(
        "release.request.command-id-reused",
        "A command's identity stands for one content.",
        Why.Because($"The command {command} took effect before, with another content.").CuredBy(Remedy.Do("Give the command an identity of its own")));

    public static Refusal TimeRunsBackwards(Release release, Stamp stamp) => Refusal.Of(
        "release.time.backwards",
        "Time does not run backwards in a release's history.",
        Why.Because($"The latest event is of {release.LastAt.ToText()}, and the command is of {stamp.At.ToText()}.")
            .Seeing("latest event", release.LastAt.ToText())
            .CuredFrom(release.LastAt));

    public static Refusal ModelUnknown(Release release) => Refusal.Of(
        "release.model.unknown",
        "The release model that the release lives under is known.",
        Why.Because($"The release lives under {release.Model}, which is not among the known models.")
            .CuredBy(Remedy.Do($"Add {release.Model} to the models that the host knows")));
}
