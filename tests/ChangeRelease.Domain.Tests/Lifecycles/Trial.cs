using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>An attempt made of nothing but outcomes: which requirements it meets, and what it answers to a selector.</summary>
internal sealed record Trial(ulong Met, string Answer = "")
{
    public static Trial MeetsAll { get; } = new(ulong.MaxValue);

    public static Trial MeetsNothing { get; } = new(0UL);

    public static Requirement<Trial> Needs(int number) => Requirement.For<Trial>(Code(number))
        .Says($"Requirement {number} is met.")
        .IsMetWhen(trial => trial.Meets(number));

    public static string Code(int number) => FormattableString.Invariant($"trial.requirement.r{number}");

    public static int Number(string code) => int.Parse(code.AsSpan("trial.requirement.r".Length), provider: System.Globalization.CultureInfo.InvariantCulture);

    public bool Meets(int number) => ((Met >> number) & 1) != 0;

    public Trial Curing(int number) => this with { Met = Met | (1UL << number) };
}
