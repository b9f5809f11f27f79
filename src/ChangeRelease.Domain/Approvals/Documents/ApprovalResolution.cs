using System.Globalization;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Approvals;

/// <summary>Makes a policy of the model of a document, and tells everything that keeps it from being one.</summary>
internal sealed class ApprovalResolution(DocumentFaults faults)
{
    public ApprovalPolicy? Policy(PolicyEntry entry)
    {
        var id = Named("$.id", entry.Id, name => new PolicyId(name));
        if (entry.Version < 1)
        {
            faults.Fault("document.version-unfit", "$.version", "Versions count from 1. Write 1 or more.");
        }

        var rules = entry.Rules.Select((rule, place) => Rule(rule, $"$.rules[{place}]")).ToList();
        Overlaps(rules);
        var separations = (entry.Separations ?? []).Select((pair, place) => Separation(pair, $"$.separations[{place}]")).ToList();
        return faults.Count > 0 ? null : new ApprovalPolicy(id!, entry.Version, rules.ToValueList()!) { Separations = separations.ToValueList()! };
    }

    private ApprovalRule? Rule(RuleEntry entry, string path)
    {
        faults.Step();
        var subject = Named($"{path}.class", entry.Class, name => name);
        var authority = entry.Authority is { } named ? Named($"{path}.authority", named, name => new AuthorityId(name)) : null;
        var validity = entry.Validity is { } text ? Validity(text, $"{path}.validity") : null;
        var asks = Expression(entry.Asks, $"{path}.asks");
        return subject is null || asks is null ? null : new ApprovalRule(subject, entry.Act, asks, validity) { Authority = authority };
    }

    // Where two rules hold for the same, neither does: in a document that is never what is meant.
    private void Overlaps(List<ApprovalRule?> rules)
    {
        foreach (var (rule, place) in rules.Select((rule, place) => (rule, place)))
        {
            if (rule is not null && rules.Take(place).Any(other => other?.IsFor(rule.SubjectClass, rule.Act, rule.Authority ?? other.Authority) == true))
            {
                faults.Fault("rule.overlaps", $"$.rules[{place}]", "An earlier rule is for the same class, act and authority, and where two hold neither does. Keep one, or name an authority in both.");
            }
        }
    }

    private Separation? Separation(SeparationEntry entry, string path)
    {
        faults.Step();
        var (contributing, approving) = (Party(entry.Contributing, $"{path}.contributing"), Party(entry.Approving, $"{path}.approving"));
        return contributing is null || approving is null ? null : new Separation(contributing, approving);
    }

    private Party? Party(PartyEntry entry, string path)
    {
        if ((entry.Person is null) == (entry.Role is null))
        {
            faults.Fault("party.not-one", path, "A party is a person or a role. Name exactly one of both.");
            return null;
        }

        return entry.Person is { } person
            ? Named($"{path}.person", person, name => Approvals.Party.Of(new ActorId(name)))
            : Named($"{path}.role", entry.Role!, name => Approvals.Party.In(new RoleId(name)));
    }

    private ApprovalExpression? Expression(ExpressionEntry entry, string path)
    {
        faults.Step();
        var of = Kinds(entry) == 1 ? Kind(entry, path) : NotOne(path);
        var holders = (entry.VetoBy ?? []).Select((role, place) => Named($"{path}.vetoBy[{place}]", role, name => new RoleId(name))).ToList();
        return of is null || holders.Contains(null) ? null : holders.Aggregate((ApprovalExpression?)of, (so, role) => so is null ? null : Built(path, () => so.UnlessVetoedBy(role!)));
    }

    private static int Kinds(ExpressionEntry entry) =>
        new object?[] { entry.Person, entry.Role, entry.Board, entry.AllOf, entry.AnyOf, entry.AtLeast, entry.InSequence, entry.Distinct }.Count(kind => kind is not null);

    private ApprovalExpression? NotOne(string path)
    {
        faults.Fault("expression.not-one", path, "An expression is one of person, role, board, allOf, anyOf, atLeast, inSequence and distinct. Write exactly one of them; several people need a connective.");
        return null;
    }

    private ApprovalExpression? Kind(ExpressionEntry entry, string path)
    {
        Strays(entry, path);
        return entry switch
        {
            { Person: { } person } => Named($"{path}.person", person, name => Ask.Person(new ActorId(name))),
            { Board: { } board } => Named($"{path}.board", board, name => Ask.Board(new BoardId(name))),
            { Role: { } role } => Role(entry, role, path),
            { AllOf: { } parts } => Parts(parts, $"{path}.allOf", all => Ask.AllOf(all)),
            { AnyOf: { } parts } => Parts(parts, $"{path}.anyOf", all => Ask.AnyOf(all)),
            { InSequence: { } steps } => Parts(steps, $"{path}.inSequence", all => Ask.InSequence(all)),
            { AtLeast: { } count } => Parts(entry.Of ?? [], $"{path}.of", all => Ask.AtLeast(count, all)),
            _ => Expression(entry.Distinct!, $"{path}.distinct") is { } of ? Built($"{path}.distinct", () => Ask.Distinct(of)) : null,
        };
    }

    private void Strays(ExpressionEntry entry, string path)
    {
        if (entry.Role is null && (entry.Count is not null || entry.Share is not null))
        {
            faults.Fault("expression.count-astray", path, "A count or a share is of a role. Name the role, or take it out.");
        }

        if (entry.AtLeast is null && entry.Of is not null)
        {
            faults.Fault("expression.of-astray", $"{path}.of", "The parts under 'of' are for atLeast. Say how many, or write allOf or anyOf.");
        }
    }

    private ApprovalExpression? Role(ExpressionEntry entry, string role, string path)
    {
        if ((entry.Count is null) == (entry.Share is null))
        {
            faults.Fault("expression.count-missing", path, "Say how many of the role: a count or a share, one of both.");
            return null;
        }

        var named = Named($"{path}.role", role, name => new RoleId(name));
        return entry.Count is { } count
            ? named is null ? null : Built($"{path}.count", () => Ask.Of(count, named))
            : Share(entry.Share!, named, $"{path}.share");
    }

    private ApprovalExpression? Share(string text, RoleId? role, string path)
    {
        var parts = text.EndsWith('%') ? [text[..^1].TrimEnd(), "100"] : text.Split('/');
        if (parts is not [var above, var below] || !Number(above, out var numerator) || !Number(below, out var denominator))
        {
            faults.Fault("expression.share-unfit", path, "A share is a fraction such as 2/3, or a percentage such as 60 %, in whole numbers. Write one.");
            return null;
        }

        return role is null ? null : Built(path, () => Ask.Share(numerator, denominator, role));
    }

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private ApprovalExpression? Parts(IReadOnlyList<ExpressionEntry> entries, string path, Func<ApprovalExpression[], ApprovalExpression> connect)
    {
        var parts = entries.Select((part, place) => Expression(part, $"{path}[{place}]")).ToList();
        return parts.Contains(null) ? null : Built(path, () => connect([.. parts!]));
    }

    private ApprovalExpression? Built(string path, Func<ApprovalExpression> build)
    {
        try
        {
            return build();
        }
        catch (ArgumentException unfit)
        {
            faults.Fault("expression.unfit", path, Sentence(unfit));
            return null;
        }
    }

    private Duration? Validity(string text, string path)
    {
        if (PeriodPattern.Roundtrip.Parse(text) is { Success: true, Value: { Years: 0, Months: 0 } period } && Length(period) is { } validity)
        {
            return validity;
        }

        faults.Fault("rule.validity-unfit", path, "A validity is a positive length in ISO 8601 without years and months, such as P14D or PT36H, and at most a hundred years. Write one.");
        return null;
    }

    private static Duration? Length(Period period)
    {
        try
        {
            return period.ToDuration() is var length && length > Duration.Zero && length <= ApprovalRule.LongestValidity ? length : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private T? Named<T>(string path, string text, Func<string, T> make)
        where T : class
    {
        if (Identifier.Problem(text) is not { } problem)
        {
            return make(text);
        }

        faults.Fault("document.name-unfit", path, $"A name {problem}. Name it otherwise.");
        return null;
    }

    private static string Sentence(ArgumentException unfit) => unfit switch
    {
        ArgumentOutOfRangeException { ActualValue: { } actual } => FormattableString.Invariant($"{actual} is out of range. Write from one to as many as there can be, {Threshold.Most} at most."),
        _ => unfit.Message.Split(" (Parameter '", 2)[0],
    };
}
