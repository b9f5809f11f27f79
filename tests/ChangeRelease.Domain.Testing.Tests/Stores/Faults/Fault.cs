namespace ChangeRelease.Domain.Testing.Tests.Stores.Faults;

/// <summary>One way in which stores are wrong, and the checks that it is there for.</summary>
internal sealed record Fault(int Number, string Name, StoreContract Contract, params string[] Codes)
{
    /// <summary>A fault of a store over a disk, which outlives the store.</summary>
    public static Fault Of<TStore>(int number, string name, Func<Disk, TStore> over, params string[] codes)
        where TStore : PlainStore => new(number, name, Contracts.Over(over), codes);

    public override string ToString() => $"{Number} {Name}";
}
