using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace QuickStart.Input;

/// <summary>Reads the changes file: people, policy, templates, emergencies, changes and releases.</summary>
internal sealed class ChangesReader(Faults faults, Moment moments, Instant start)
{
    private static readonly Instant _first = Instant.FromUtc(Moment.FirstYear, 1, 1, 0, 0);
    private static readonly Instant _last = Instant.FromUtc(Moment.LastYear + 1, 1, 1, 0, 0);
    private static readonly string[] _grades = Enum.GetNames<Grade>();

    public ChangesInput? Read(JsonItem root)
    {
        var before = faults.Count;
        var (fields, names) = (new Fields(root, faults), new Names(root, faults));
        fields.List("services", Values.Name(text => new ServiceId(text)), isRequired: true);
        fields.List("environments", Values.Name(text => new EnvironmentId(text)), isRequired: true);
        var facts = ReadFacts(fields, names);
        var changes = fields.List("changes", new ChangePlanReader(names, moments, start).Read, isRequired: true);
        var releases = fields.List("releases", new ReleasePlanReader(names, moments, start, changes).Read);
        fields.NothingElse();
        return faults.Count > before ? null : new ChangesInput(facts, changes, releases);
    }

    public static Grade? Grade(JsonItem item, Faults all) =>
        Values.OneOf(_grades)(item, all) is { } name ? Enum.Parse<Grade>(name) : null;

    /// <summary>Preparation and back-out may be nothing; work may not.</summary>
    public static Effort? Effort(JsonItem item, Faults all)
    {
        var (before, fields) = (all.Count, new Fields(item, all));
        var preparation = fields.Optional("preparation", Values.NonNegative) ?? Duration.Zero;
        var work = fields.Required("work", Values.Positive);
        var backOut = fields.Optional("backOut", Values.NonNegative) ?? Duration.Zero;
        fields.NothingElse();
        return all.Count > before ? null : new Effort(preparation, work!.Value, backOut);
    }

    private FactBook ReadFacts(Fields fields, Names names) => new()
    {
        Directory = DirectoryOf(fields.List("people", (item, all) => Person(item, all, names), isRequired: true)),
        Policy = fields.Optional("policy", Policy),
        Templates = fields.List("templates", (item, all) => Template(item, all, names)),
        Emergencies = fields.Optional("emergencyTerms", Terms),
        Incidents = fields.List("incidents", Incident),
    };

    /// <summary>A person with roles; whoever they stand in for lets them vote for as long as stories play.</summary>
    private static DirectoryEntry Person(JsonItem item, Faults all, Names names)
    {
        var fields = new Fields(item, all);
        var person = fields.Required("id", Values.Name(text => new ActorId(text)));
        var roles = fields.List("roles", Values.Name(text => new RoleId(text)));
        var others = fields.List("standsInFor", names.People.Reference(text => new ActorId(text)));
        fields.NothingElse();
        return person is null ? new([], []) : new(
            roles.Select(role => new Membership(role, [person])).ToValueList(),
            others.Where(other => other != person).Select(other => new Delegation(other, person, _first, _last)).ToValueList());
    }

    private static DirectorySnapshot DirectoryOf(ValueList<DirectoryEntry> people) => new("changes file", people.SelectMany(person => person.Memberships).ToValueList())
    {
        Delegations = people.SelectMany(person => person.Delegations).ToValueList(),
    };

    private static ApprovalPolicy? Policy(JsonItem item, Faults all)
    {
        var (before, fields) = (all.Count, new Fields(item, all));
        var id = fields.Required("id", Values.Name(text => new PolicyId(text)));
        var version = fields.Required("version", Values.Count);
        var rules = fields.List("quorums", Rule, isRequired: true);
        fields.NothingElse();
        return all.Count > before ? null : new ApprovalPolicy(id!, version!.Value, rules);
    }

    private static ApprovalRule? Rule(JsonItem item, Faults all)
    {
        var (before, fields) = (all.Count, new Fields(item, all));
        var subject = fields.Required("class", Values.Text);
        var act = fields.Required("act", Values.OneOf("authorize", "ratify"));
        var role = fields.Required("role", Values.Name(text => new RoleId(text)));
        var approvers = fields.Required("approvers", Values.Count);
        var validity = fields.Optional("validity", Values.Positive);
        fields.NothingElse();
        return all.Count > before ? null : new ApprovalRule(
            subject!, act == "ratify" ? ApprovalAct.Ratify : ApprovalAct.Authorize, Ask.Of(approvers!.Value, role!), validity);
    }

    private TemplateStanding? Template(JsonItem item, Faults all, Names names)
    {
        var (before, fields) = (all.Count, new Fields(item, all));
        var id = fields.Required("id", Values.Name(text => new TemplateId(text)));
        var version = fields.Required("version", Values.Count);
        var isPublished = fields.Optional("published", Values.Truth) ?? true;
        var expires = fields.Optional("expires", moments.Read);
        var uses = fields.Optional("uses", Values.Whole);
        var services = fields.List("services", names.Services.Reference(text => new ServiceId(text)), isRequired: true);
        var environments = fields.List("environments", names.Environments.Reference(text => new EnvironmentId(text)), isRequired: true);
        fields.NothingElse();
        return all.Count > before ? null : new TemplateStanding(id!, version!.Value, isPublished, expires, uses, services, environments);
    }

    private static EmergencyTerms? Terms(JsonItem item, Faults all)
    {
        var (before, fields) = (all.Count, new Fields(item, all));
        var severity = fields.Required("leastSeverity", Grade);
        var limit = fields.Required("breakGlassLimit", Values.Whole);
        var period = fields.Required("breakGlassPeriod", Values.Positive);
        var stands = fields.Required("proposalStands", Values.Positive);
        var ratify = fields.Required("ratifyWithin", Values.Positive);
        var review = fields.Required("reviewWithin", Values.Positive);
        fields.NothingElse();
        return all.Count > before ? null : new EmergencyTerms(severity!.Value, limit!.Value, period!.Value, stands!.Value, ratify!.Value, review!.Value);
    }

    private static KnownIncident? Incident(JsonItem item, Faults all)
    {
        var (before, fields) = (all.Count, new Fields(item, all));
        var id = fields.Required("id", Values.Name(text => new IncidentId(text)));
        var severity = fields.Required("severity", Grade);
        fields.NothingElse();
        return all.Count > before ? null : new KnownIncident(id!, severity!.Value);
    }

    private sealed record DirectoryEntry(ValueList<Membership> Memberships, ValueList<Delegation> Delegations);
}
