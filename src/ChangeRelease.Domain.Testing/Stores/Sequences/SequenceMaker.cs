namespace ChangeRelease.Domain.Testing;

/// <summary>Sequences of calls by chance: usually the next step of an ordinary life, sometimes anything.</summary>
internal sealed class SequenceMaker(long seed, StoreCapability claims)
{
    private const int Streams = 5;

    private readonly Dice _dice = new(seed);
    private readonly List<StoreCallPlan.Append> _made = [];

    public List<StoreCallPlan> Make(int count) => Dice.Many(count, _ => One());

    private StoreCallPlan One() => _dice.From(1, 100) switch
    {
        <= 75 => Append(),
        <= 90 => new StoreCallPlan.Read(Stream(), _dice.From(-1, 4)),
        <= 95 when claims.HasFlag(StoreCapability.Reopening) => new StoreCallPlan.Reopen(),
        > 95 when claims.HasFlag(StoreCapability.Crashing) => new StoreCallPlan.Crash(),
        _ => Append(),
    };

    // Most are new commands; some come again, soon or late, some of them elsewhere.
    private StoreCallPlan.Append Append()
    {
        var made = _made.Count > 0 && _dice.Chance(30) ? Again(_dice.OneOf(_made)) : New();
        _made.Add(made);
        return made;
    }

    private StoreCallPlan.Append Again(StoreCallPlan.Append earlier) => New() with
    {
        Stream = _dice.Chance(80) ? earlier.Stream : Stream(),
        Command = earlier.Command,
    };

    private StoreCallPlan.Append New() => new(
        Stream(),
        _dice.Chance(75) ? 0 : _dice.From(-3, 2),
        _made.Count + 1,
        _dice.From(1, 4),
        _dice.From(0, Contents.Count - 1),
        _dice.Chance(10) ? _dice.From(0, 3) : null);

    // One stream grows longer than the others.
    private int Stream() => _dice.Chance(50) ? 0 : _dice.From(1, Streams - 1);
}
