using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>The refusals that come before any table is asked.</summary>
internal static class TemplateRefusals
{
    public static Refusal Missing(TemplateCommand command) => Refusal.Of(
        "template.request.missing",
        "The template exists.",
        Why.Because($"There is no template that {command.Trigger?.Value ?? "it"} could be taken on.").CuredBy(Remedy.Do("Propose the template first, or check its name")));

    public static Refusal Exists(ChangeTemplate template) => Refusal.Of(
        "template.request.exists",
        "The template does not exist yet.",
        Why.Because($"The template {template.Id} was proposed before.").Seeing("state", template.Status).CuredBy(Remedy.Do("Propose the template under another name")));

    public static Refusal Reused(CommandId command) => Refusal.Of(
        "template.request.command-id-reused",
        "A command's identity stands for one content.",
        Why.Because($"The command {command} took effect before, with another content.").CuredBy(Remedy.Do("Give the command an identity of its own")));

    public static Refusal TimeRunsBackwards(ChangeTemplate template, Stamp stamp) => Refusal.Of(
        "template.time.backwards",
        "Time does not run backwards in a template's history.",
        Why.Because($"The latest event is of {template.LastAt.ToText()}, and the command is of {stamp.At.ToText()}.")
            .Seeing("latest event", template.LastAt.ToText())
            .CuredFrom(template.LastAt));

    public static Refusal ModelUnknown(ChangeTemplate template) => Refusal.Of(
        "template.model.unknown",
        "The template model that the template lives under is known.",
        Why.Because($"The template lives under {template.Model}, which is not among the known models.")
            .CuredBy(Remedy.Do($"Add {template.Model} to the models that the host knows")));
}
