"""A small set of the challenge, whole, to be damaged by tests."""

from pathlib import Path

TAXONOMY = """<?xml version="1.0"?>
<taxonomy>
 <concept name="thing">
  <instance name="a thing"/>
  <concept name="animal">
   <instance name="an animal"/>
   <concept name="dog"><instance name="a dog"/></concept>
  </concept>
  <concept name="place"><instance name="a place"/><instance name="a house"/></concept>
 </concept>
</taxonomy>
"""
SERVICES = """<services>
 <service name="kennel">
  <inputs><instance name="a dog"/></inputs>
  <outputs><instance name="a house"/></outputs>
 </service>
 <service name="breeder">
  <inputs/>
  <outputs><instance name="a dog"/></outputs>
 </service>
 <service name="zoo">
  <inputs><instance name="an animal"/><instance name="a place"/></inputs>
  <outputs><instance name="a thing"/></outputs>
 </service>
</services>
"""
PROBLEM = """<problemStructure><task>
 <provided><instance name="a dog"/></provided>
 <wanted><instance name="a thing"/><instance name="a place"/></wanted>
</task>
<solutions><solution><service name="nonsense"/></solution></solutions></problemStructure>
"""


def write(folder: Path, taxonomy: str = TAXONOMY, services: str = SERVICES, problem: str = PROBLEM) -> Path:
    """The set as three files in `folder`."""
    for name, text in (("taxonomy", taxonomy), ("services", services), ("problem", problem)):
        (folder / f"{name}.xml").write_text(text, "utf-8")
    return folder
