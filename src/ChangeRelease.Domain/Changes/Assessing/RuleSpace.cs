using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>
/// The finite inputs of a rule table: what its conditions tell apart, and no more. A service or environment is in or out, and so are all others together;
/// the number of services falls into the stretches between the numbers named; a model or choice is one of those named, or another.
/// </summary>
internal sealed class RuleSpace
{
    private const ulong In = 0b10;
    private const ulong Out = 0b01;
    private const int MostValues = 64;

    private readonly List<int> _sizes = [];
    private readonly IReadOnlyList<Question> _questions;
    private readonly ServiceId[] _services;
    private readonly EnvironmentId[] _environments;
    private readonly string[] _models;
    private readonly int[] _counts;
    private readonly int _otherServices;
    private readonly int _firstEnvironment;
    private readonly int _otherEnvironments;
    private readonly int _model;
    private readonly int _count;
    private readonly int _firstQuestion;

    public RuleSpace(RuleTable table, IReadOnlyList<Question> questions)
    {
        var conditions = table.Rows.SelectMany(row => row.When).ToList();
        _questions = questions;
        _services = [.. conditions.SelectMany(Services).Distinct().Order()];
        _environments = [.. conditions.SelectMany(Environments).Distinct().Order()];
        _models = [.. conditions.OfType<UnderModel>().SelectMany(under => under.AnyOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _counts = [.. conditions.OfType<ServiceCount>().SelectMany(count => (int[])[count.AtLeast, (count.AtMost ?? -1) + 1]).Append(0).Distinct().Order()];
        Add(_services.Length, 2);
        _otherServices = Add(1, 2);
        _firstEnvironment = Add(_environments.Length, 2);
        _otherEnvironments = Add(1, 2);
        _model = Add(1, _models.Length + 1);
        _count = Add(1, _counts.Length);
        _firstQuestion = _sizes.Count;
        _sizes.AddRange(questions.Select(question => question.Choices.Count));
    }

    /// <summary>Whether the values of each input fit into one word.</summary>
    public bool Fits => _sizes.TrueForAll(size => size <= MostValues);

    /// <summary>How many inputs there are.</summary>
    public int Inputs => _sizes.Count;

    public int SizeOf(int input) => _sizes[input];

    /// <summary>A row as clauses that must all hold.</summary>
    public RuleClause[] Clauses(RiskRule row) => [.. row.When.SelectMany(Clauses)];

    /// <summary>Whether some change has the values that are settled: as many services as are in, and no fewer or more than can be.</summary>
    public bool IsPossible(int[] values)
    {
        if (values[_count] < 0)
        {
            return true;
        }

        var (least, most) = Stretch(values[_count]);
        var (certain, open) = Named(values);
        return values[_otherServices] switch
        {
            0 => most >= certain && least <= certain + open,
            1 => most > certain,
            _ => most >= certain,
        };
    }

    /// <summary>A change that has the values that are settled; what is open is chosen.</summary>
    public RuleCase CaseOf(int[] values)
    {
        var services = ServicesOf(values);
        return new RuleCase(services, EnvironmentsOf(values), ModelOf(values[_model]), AnswersOf(values))
        {
            ServiceCount = values[_otherServices] == 0 ? services.Count : Math.Max(services.Count, Wanted(values)),
        };
    }

    private static IEnumerable<ServiceId> Services(RuleCondition condition) => condition switch
    {
        AffectsService any => any.AnyOf,
        AffectsOnlyServices only => only.Among,
        _ => [],
    };

    private static IEnumerable<EnvironmentId> Environments(RuleCondition condition) => condition switch
    {
        MadeInEnvironment any => any.AnyOf,
        MadeOnlyInEnvironments only => only.Among,
        _ => [],
    };

    private static string Another(string name, IEnumerable<string> taken) => taken.Contains(name, StringComparer.Ordinal) ? Another($"{name}'", taken) : name;

    private int Add(int inputs, int size)
    {
        _sizes.AddRange(Enumerable.Repeat(size, inputs));
        return _sizes.Count - inputs;
    }

    private IEnumerable<RuleClause> Clauses(RuleCondition condition) => condition switch
    {
        AffectsService any => [new RuleClause([.. any.AnyOf.Distinct().Select(service => new RuleLiteral(Array.IndexOf(_services, service), In))])],
        AffectsOnlyServices only => Without(0, _services.Select(only.Among.Contains), _otherServices),
        MadeInEnvironment any => [new RuleClause([.. any.AnyOf.Distinct().Select(environment => new RuleLiteral(_firstEnvironment + Array.IndexOf(_environments, environment), In))])],
        MadeOnlyInEnvironments only => Without(_firstEnvironment, _environments.Select(only.Among.Contains), _otherEnvironments),
        UnderModel under => [One(_model, _models, under.AnyOf.Contains)],
        ServiceCount count => [One(_count, _counts, from => from >= count.AtLeast && from <= (count.AtMost ?? int.MaxValue))],
        Answered answered => [One(_firstQuestion + IndexOf(answered.Question), _questions[IndexOf(answered.Question)].Choices, answered.AnyOf.Contains)],
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "There is no such condition."),
    };

    private static IEnumerable<RuleClause> Without(int first, IEnumerable<bool> isAllowed, int others) => isAllowed
        .Select((allowed, at) => allowed ? null : new RuleClause(new RuleLiteral(first + at, Out)))
        .OfType<RuleClause>()
        .Append(new RuleClause(new RuleLiteral(others, Out)));

    private static RuleClause One<T>(int input, IReadOnlyList<T> values, Func<T, bool> isAllowed) =>
        new(new RuleLiteral(input, values.Select((value, at) => isAllowed(value) ? 1UL << at : 0).Aggregate(0UL, (all, bit) => all | bit)));

    private int IndexOf(string question) => _questions.Select((asked, at) => (asked.Id, At: at)).First(entry => entry.Id == question).At;

    private (int Least, int Most) Stretch(int at) => (_counts[at], at + 1 < _counts.Length ? _counts[at + 1] - 1 : int.MaxValue);

    private (int Certain, int Open) Named(int[] values)
    {
        var named = values.AsSpan(0, _services.Length);
        return (named.Count(1), named.Count(-1));
    }

    private ValueList<ServiceId> ServicesOf(int[] values)
    {
        var (chosen, wanted) = (_services.Where((_, at) => values[at] == 1).ToList(), Wanted(values));
        if (values[_otherServices] == 0)
        {
            return [.. chosen, .. _services.Where((_, at) => values[at] < 0).Take(Math.Max(0, wanted - chosen.Count))];
        }

        var isOther = values[_otherServices] == 1 || chosen.Count < wanted;
        return isOther ? [.. chosen, new ServiceId(Another("another service", _services.Select(service => service.Value)))] : [.. chosen];
    }

    // One service rather than none, where the number may be chosen.
    private int Wanted(int[] values) => values[_count] < 0
        ? (values[_otherServices] == 0 ? 0 : 1)
        : Stretch(values[_count]) is var (least, most) ? Math.Max(least, Math.Min(1, most)) : 0;

    private string ModelOf(int value) => value < 0 ? _models.FirstOrDefault("normal") : value < _models.Length ? _models[value] : Another("another model", _models);

    private ValueList<Answer> AnswersOf(int[] values) =>
        _questions.Select((question, at) => new Answer(question.Id, question.Choices[Math.Max(0, values[_firstQuestion + at])])).ToValueList();

    private ValueList<EnvironmentId> EnvironmentsOf(int[] values)
    {
        var chosen = _environments.Where((_, at) => values[_firstEnvironment + at] == 1).ToList();
        var isOther = values[_otherEnvironments] == 1 || (values[_otherEnvironments] < 0 && chosen.Count == 0);
        return isOther ? [.. chosen, new EnvironmentId(Another("another environment", _environments.Select(environment => environment.Value)))] : [.. chosen];
    }
}
