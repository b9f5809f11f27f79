using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>One command on one template with its facts: what requirements judge. What several of them need is worked out once.</summary>
public sealed class TemplateAttempt
{
    private Arguments? _arguments;
    private Ballot? _ballot;
    private TemplateContent? _contentAfter;

    /// <summary>Brings the three together.</summary>
    /// <param name="template">The template as it is.</param>
    /// <param name="command">What is attempted.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="model">The template model that the template lives under.</param>
    public TemplateAttempt(ChangeTemplate template, TemplateCommand command, TemplateFacts facts, TemplateModel model)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(model);
        (Template, Command, Facts, Model) = (template, command, facts, model);
    }

    /// <summary>The class of subject under which approval policies name templates.</summary>
    public const string SubjectClass = "template";

    /// <summary>The template as it is.</summary>
    public ChangeTemplate Template { get; }

    /// <summary>What is attempted.</summary>
    public TemplateCommand Command { get; }

    /// <summary>What is known.</summary>
    public TemplateFacts Facts { get; }

    /// <summary>The template model that the template lives under.</summary>
    public TemplateModel Model { get; }

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp => Facts.Stamp;

    /// <summary>What the command says, as values for its trigger's parameters.</summary>
    public Arguments Arguments => _arguments ??= Command.ToArguments();

    /// <summary>The content as it would be after the command.</summary>
    public TemplateContent ContentAfter => _contentAfter ??= Command.ContentAfter(Template);

    /// <summary>The votes on the version that is being decided on.</summary>
    public Ballot Ballot => _ballot ??= new Ballot(
        Facts.Policy?.RuleFor(SubjectClass, ApprovalAct.Authorize),
        Facts.Directory,
        Template.Digest,
        Template.Votes,
        Template.Contributors.Resolved(Facts.Directory, Facts.Policy?.Separations ?? [], Stamp.At),
        Stamp.At);
}
